import { describe, expect, test } from "vitest";
import { checkReceipts, RECEIPT_SLUGS } from "../../src/receipts/check-receipts.ts";
import { hashInputs } from "../../src/receipts/inputs.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { makeFolder } from "../commands/temporary-folder.ts";
import { makeReceipt } from "./receipts.ts";

type Files = Readonly<Record<string, string>>;
type Checked = Parameters<typeof checkReceipts>[1][number];

const program: Checked = {
  id: "delivery/push",
  file: "content/samples/delivery/push.ts",
  path: "delivery/push.ts",
  text: "// Pushes.",
  language: "ts",
  generated: false,
  run: "node push.ts",
  neighbours: [],
  packages: {},
};
const { run: _, ...notProgram } = program;
const noFiles = {};
const withScenario = { "content/samples/delivery/push.scenario.ts": "export default {};" };

function check(
  sample: Checked,
  receipt?: Receipt,
  files: Files = noFiles,
  unreadable: readonly string[] = [],
) {
  const receipts = new Map(receipt === undefined ? [] : [[receipt.sample, receipt]]);
  const { fresh, issues } = checkReceipts(
    makeFolder(files),
    [sample],
    receipts,
    new Set(unreadable),
  );
  expect(issues.filter(({ slug }) => !RECEIPT_SLUGS.includes(slug))).toEqual([]);
  return { fresh: [...fresh], slugs: issues.map(({ slug }) => slug), issues };
}
const freshReceipt = (sample: Checked, files: Files = noFiles): Receipt =>
  makeReceipt([{}], { inputs: hashInputs(makeFolder(files), sample, [sample]) });

describe("a program", () => {
  test("with a receipt of what it is now is executed", () => {
    expect(check(program, freshReceipt(program))).toMatchObject({
      fresh: ["delivery/push"],
      slugs: [],
    });
  });

  test("that changed since is stale, and says what to type", () => {
    const { fresh, slugs, issues } = check({ ...program, text: "// Now." }, freshReceipt(program));
    expect({ fresh, slugs }).toEqual({ fresh: [], slugs: ["stale-receipt"] });
    expect(issues[0]).toMatchObject({ file: program.file, line: 1, column: 1 });
    expect(issues[0]?.message).toContain("Type: npm run verify -- =delivery/push --update");
  });

  test("without a receipt misses it", () => {
    expect(check(program)).toMatchObject({ fresh: [], slugs: ["missing-receipt"] });
  });

  test("whose receipt cannot be read does not miss one as well", () => {
    expect(check(program, undefined, noFiles, [program.id]).slugs).toEqual([]);
  });

  test("that says why it is not run needs none, and may have none", () => {
    const exempt = { ...program, notRun: "it needs a warehouse" };
    expect(check(exempt).slugs).toEqual([]);
    const { fresh, issues } = check(exempt, freshReceipt(exempt));
    expect(fresh).toEqual([]);
    expect(issues).toMatchObject([{ slug: "orphan-receipt" }]);
    expect(issues[0]?.message).toContain("it needs a warehouse");
  });
});

describe("a module", () => {
  test("needs no receipt, and may have none", () => {
    expect(check(notProgram).slugs).toEqual([]);
    expect(check(notProgram, freshReceipt(notProgram)).slugs).toEqual(["orphan-receipt"]);
  });

  test("with a scenario needs one", () => {
    expect(check(notProgram, undefined, withScenario).slugs).toEqual(["missing-receipt"]);
    const receipt = freshReceipt(notProgram, withScenario);
    expect(check(notProgram, receipt, withScenario).slugs).toEqual([]);
  });

  test("that is generated, or in another language, is not run", () => {
    expect(check({ ...program, generated: true }).slugs).toEqual([]);
    expect(check({ ...program, language: "sh" }).slugs).toEqual([]);
  });
});

test("a receipt of a sample that is gone is an orphan, to be deleted", () => {
  const { issues } = check(notProgram, makeReceipt([{}], { sample: "delivery/gone" }));
  expect(issues).toMatchObject([
    { slug: "orphan-receipt", file: "content/receipts/delivery/gone.json" },
  ]);
  expect(issues[0]?.message).toContain("Delete content/receipts/delivery/gone.json.");
});
