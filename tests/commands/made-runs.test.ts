import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { hashRecords, readMadeRuns, writeMadeRuns } from "../../src/commands/prove/made-runs.ts";
import { makeFolder } from "./temporary-folder.ts";

const wanted = { key: "a", records: "b", isNative: false, isLong: false };
const counts = {
  ...{ runs: 2, agreed: 2, faults: 1, counterfactuals: 0, notRun: 0, leftOut: 0, leftOutLong: 1 },
  differing: [],
  versions: { Node: "24.21.0" },
};

test("runs that agreed are kept for a proof with the same key, records and clients, and for no other", () => {
  const file = path.join(makeFolder({}), "cache", "made.json");
  expect(readMadeRuns(file, wanted)).toBeUndefined();
  writeMadeRuns(file, { ...wanted, seconds: 9, counts, again: 0 });
  expect(readMadeRuns(file, wanted)).toEqual({ ...wanted, seconds: 9, counts, again: 0 });
  for (const other of [{ key: "z" }, { records: "z" }, { isNative: true }, { isLong: true }])
    expect(readMadeRuns(file, { ...wanted, ...other })).toBeUndefined();
  writeFileSync(file, "{");
  expect(readMadeRuns(file, wanted)).toBeUndefined();
});

test("every record counts, and the proof itself does not", () => {
  const root = makeFolder({
    "content/receipts/a.json": "1",
    "content/receipts/kafka/b.json": "2",
  });
  const before = hashRecords(root);
  writeFileSync(path.join(root, "content/receipts/proved.json"), "{}");
  expect(hashRecords(root)).toBe(before);
  writeFileSync(path.join(root, "content/receipts/kafka/b.json"), "3");
  expect(hashRecords(root)).not.toBe(before);
});
