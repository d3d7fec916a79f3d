import { describe, expect, test } from "vitest";
import { CannotShow, showingPart } from "../../src/components/authoring/cannot-show.ts";
import { findReceipt } from "../../src/components/authoring/find-receipt.ts";
import { describeStrike, nameRun } from "../../src/components/authoring/runs.ts";
import { makeReceipt } from "../receipts/receipts.ts";

describe("the sample that a component names", () => {
  const ids = ["delivery/push", "delivery/pull", "overview", "shop/push"];
  const receipts = new Map(ids.map((id) => [id, makeReceipt([{}], { sample: id })]));
  const samples = [...ids, "delivery/new"].map((id) => ({
    id,
    file: `content/samples/${id}.ts`,
    run: "node x.ts",
  }));
  const find = (sample: string, page: string) =>
    findReceipt(sample, { receipts, samples, page: `content/docs/${page}.mdx` }).sample;

  test("is one of the page's own folder, or a path from content/samples", () => {
    expect(find("push", "delivery/over-grpc")).toBe("delivery/push");
    expect(find("push.ts", "delivery/over-grpc")).toBe("delivery/push");
    expect(find("shop/push", "delivery/over-grpc")).toBe("shop/push");
    expect(find("overview", "index")).toBe("overview");
    expect(find("overview", "the-example")).toBe("overview");
  });

  test("is refused where there is none, with the nearest name and those that are recorded", () => {
    const refused = () => find("psuh", "delivery/over-grpc");
    expect(refused).toThrow('There is no sample "delivery/psuh". Did you mean "delivery/push"?');
    expect(refused).toThrow("Recorded there: delivery/push, delivery/pull.");
  });

  test("is not confused with another where it is right and only not recorded", () => {
    const refused = () => find("new", "delivery/over-grpc");
    expect(refused).toThrow("No run of content/samples/delivery/new.ts is recorded yet.");
    expect(refused).toThrow("npm run verify -- =delivery/new --update");
    expect(refused).not.toThrow("Did you mean");
  });
});

test("what cannot be shown is said of the part of a component that asks for it", () => {
  const refused = () =>
    showingPart(["runs", 1], () => {
      throw new CannotShow("unknown-run", "No run has a fault.", ["sample"]);
    });
  expect(refused).toThrow(expect.objectContaining({ path: ["runs", 1, "sample"] }));
  expect(() =>
    showingPart(["runs"], () => {
      throw new TypeError("a mistake of ours");
    }),
  ).toThrow(TypeError);
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
