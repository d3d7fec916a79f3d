import { describe, expect, test } from "vitest";
import { readReceipts } from "../../src/receipts/read-receipts.ts";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { makeFolder } from "../commands/temporary-folder.ts";
import { makeReceipt } from "./receipts.ts";

const at = "content/receipts/delivery/push";
const wire = { file: "push.0.wire.txt", lines: 2 };
const lines = "0\torders\t\tstarted\t\n9\torders\twarehouse\tDelivery 1\t\n";

/** Reads what `files` (path → text, or a receipt) hold. */
async function read(files: Readonly<Record<string, string | object>>) {
  const texts = Object.entries(files).map(([file, content]) => [
    file,
    typeof content === "string" ? content : JSON.stringify(content),
  ]);
  const { receipts, issues, unreadable } = await readReceipts(
    makeFolder(Object.fromEntries(texts) as Record<string, string>),
  );
  return {
    receipts,
    unreadable,
    said: issues.map(({ slug, file, message }) => `${slug} ${file}: ${message}`),
  };
}

test("there are none where there is no folder", async () => {
  const { receipts, said } = await read({});
  expect([...receipts]).toEqual([]);
  expect(said).toEqual([]);
});

test("a receipt is found by the id of its sample, exactly as it was written", async () => {
  const receipt = makeReceipt([
    { at: "before the work", recorded: { wire, strip: "o".repeat(1000) } },
  ]);
  const { receipts, said } = await read({
    [`${at}.json`]: receipt,
    [`${at}.0.wire.txt`]: lines,
  });
  expect(said).toEqual([]);
  expect([...receipts]).toEqual([["delivery/push", receipt]]);
});

describe("what is not exactly a receipt is an issue, and no receipt:", () => {
  const { recorded } = makeReceipt();
  const run = (changes: object): object => ({
    ...makeReceipt(),
    recorded: { ...recorded, runs: [{ durationMs: 1, counts: {}, ...changes }] },
  });
  test.each<[string, string | object, string]>([
    ["no JSON", "{", "Invalid input: expected object"],
    ["something more", { ...makeReceipt(), by: "hand" }, 'Unrecognized key: "by"'],
    ["something less", { ...makeReceipt(), compared: undefined }, "compared: "],
    ["no run", makeReceipt([]), "compared.runs: "],
    ["another hash", makeReceipt([{}], { inputs: "abc" }), "Expected a SHA-256"],
    ["no day", { ...makeReceipt(), recorded: { ...recorded, date: "yesterday" } }, "recorded.date"],
    [
      "a series with a value too few",
      run({ series: { memory: { unit: "MB", ms: [0, 500], lines: { Orders: [1] } } } }),
      "Expected a value of each line for each time.",
    ],
    ["a short strip", run({ strip: "oox" }), "Expected 1,000 letters"],
    ["an unknown mark", run({ marks: [{ ms: 1, what: "gone", program: "a" }] }), "marks.0.what"],
    ["another sample", makeReceipt([{}], { sample: "delivery/pull" }), 'of "delivery/pull"'],
    ["a run too few", { ...makeReceipt(), recorded: { ...recorded, runs: [] } }, "records 0"],
    ["the wire of another run", run({ wire: { ...wire, file: "push.1.wire.txt" } }), "push.0.wire"],
    ["a wire that is not there", run({ wire }), "has no lines. Expected 2."],
  ])("%s", async (_, content, words) => {
    const { receipts, unreadable, said } = await read({ [`${at}.json`]: content });
    expect(said).toEqual([expect.stringContaining(`bad-receipt ${at}.json: `)]);
    expect(said[0]).toContain(words);
    expect(said[0]).toContain("npm run verify -- =delivery/push --update");
    expect([...receipts]).toEqual([]);
    expect([...unreadable]).toEqual(["delivery/push"]);
  });
});

test("a wire file that no receipt names is an orphan", async () => {
  const { said } = await read({ [`${at}.json`]: makeReceipt(), [`${at}.1.wire.txt`]: lines });
  expect(said).toEqual([expect.stringContaining(`orphan-receipt ${at}.1.wire.txt: `)]);
});

test("a wire file with a line too many is not that of the receipt", async () => {
  const receipt: Receipt = makeReceipt([{ recorded: { wire } }]);
  const { said } = await read({
    [`${at}.json`]: receipt,
    [`${at}.0.wire.txt`]: `${lines}10\torders\twarehouse\tDelivery 2\t\n`,
  });
  expect(said).toEqual([expect.stringContaining("has 3 lines. Expected 2.")]);
});
