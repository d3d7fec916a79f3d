import { describe, expect, test } from "vitest";
import { findReceipt, onPage } from "../../src/components/authoring/recorded-sample.ts";
import { describeStrike, nameRun } from "../../src/components/authoring/runs.ts";
import { makeReceipt } from "../receipts/receipts.ts";

describe("the sample that a component names", () => {
  const ids = ["delivery/push", "delivery/pull", "overview", "shop/push"];
  const receipts = new Map(ids.map((id) => [id, makeReceipt([{}], { sample: id })]));
  const find = (sample: string, page: string) => findReceipt("Runs", sample, page, receipts).sample;

  test("is one of the page's own folder, or a path from content/samples", () => {
    expect(find("push", "/delivery/over-grpc/")).toBe("delivery/push");
    expect(find("push.ts", "/delivery/over-grpc")).toBe("delivery/push");
    expect(find("shop/push", "/delivery/over-grpc/")).toBe("shop/push");
    expect(find("overview", "/")).toBe("overview");
    expect(find("overview", "/the-example/")).toBe("overview");
  });

  test("is refused where nothing of it is recorded, with the page, the nearest name and what to type", () => {
    const refused = () => find("psuh", "/delivery/over-grpc/");
    expect(refused).toThrow('<Runs sample="psuh"> on /delivery/over-grpc/');
    expect(refused).toThrow('Recorded there: push, pull. Did you mean "push"?');
    expect(refused).toThrow("npm run verify -- delivery/psuh --update");
  });
});

test("an error of a component says which, and on which page", () => {
  expect(onPage("Runs", "/a/", () => 1)).toBe(1);
  expect(() =>
    onPage("Runs", "/a/", () => {
      throw new Error("No run has a fault.");
    }),
  ).toThrow("<Runs> on /a/: No run has a fault.");
});

describe("a run is named", () => {
  test("as written, or without the line that was taken out, which is code", () => {
    expect(nameRun(undefined)).toEqual({ words: "as written", code: undefined });
    expect(nameRun("call.write(kept);")).toEqual({ words: "without", code: "call.write(kept);" });
  });

  test("with the scenario's own words, where it has some", () => {
    expect(nameRun("without the key")).toEqual({ words: "without the key", code: undefined });
  });
});

test("what was struck is said once for all runs, and when it was back", () => {
  const marks = (ms: number) => [
    { ms: 5000, what: "killed", program: "warehouse" } as const,
    { ms, what: "back", program: "warehouse" } as const,
  ];
  const struck = (...backs: number[]) =>
    describeStrike(makeReceipt(backs.map((ms) => ({ recorded: { marks: marks(ms) } }))));
  expect(struck(7013, 6990)).toBe("warehouse killed, back 2 s later");
  expect(struck(5504, 5610)).toBe("warehouse killed, back 0.5–0.6 s later");
  expect(describeStrike(makeReceipt([{ recorded: { marks: marks(7000).slice(0, 1) } }]))).toBe(
    "warehouse killed",
  );
  expect(describeStrike(makeReceipt())).toBeUndefined();
});
