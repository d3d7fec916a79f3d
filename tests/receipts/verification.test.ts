import { expect, test } from "vitest";
import { describeVerification } from "../../src/receipts/verification.ts";
import { formatDate } from "../../src/report/words.ts";
import { makeReceipt } from "./receipts.ts";

test("the line says when it ran, and on what", () => {
  expect(describeVerification(makeReceipt()).ran).toBe(
    "Ran 3 Sep 2026 · Node 24.21 · grpc-js 1.14.7",
  );
});

test("a day is written with three letters of its month, in every time zone", () => {
  const days = ["2026-01-31", "2026-05-01", "2026-06-09", "2026-11-23"].map(formatDate);
  expect(days).toEqual(["31 Jan 2026", "1 May 2026", "9 Jun 2026", "23 Nov 2026"]);
});

test("the counts of a run follow, about what chance moves, and what fails is marked", () => {
  const counts = { sent: 1000, lost: 201 };
  const receipt = makeReceipt([{ counts, recorded: { counts: { late: 262 } } }]);
  expect(describeVerification(receipt).counts).toEqual([]);
  expect(describeVerification(receipt, 0).counts).toEqual([
    { text: "1,000\u00a0sent", fails: false },
    { text: "201\u00a0lost", fails: true },
    { text: "about 262\u00a0late", fails: false },
  ]);
});

test("what is folded says how to run it again, and where the whole record is", () => {
  const { details, record } = describeVerification(makeReceipt());
  expect(details.map(({ term, words }) => `${term}: ${words}`)).toEqual([
    "Took: 0.8 s",
    "Run it again: npm run verify -- =delivery/push",
    "Inputs: 0123456789ab",
  ]);
  expect(record).toBe("/receipts/delivery/push.json");
});

test("what must hold, several runs and settings of the lab are said when there are any", () => {
  const receipt = makeReceipt([
    { at: "before", holds: { "no event is lost": true } },
    { at: "after", holds: { "no event is lost": true, "none is handled twice": true } },
  ]);
  const recorded = { ...receipt.recorded, settings: ["group.initial.rebalance.delay.ms=0"] };
  const { details } = describeVerification({ ...receipt, recorded });
  expect(details.map(({ term, words }) => `${term}: ${words}`)).toEqual([
    "Took: 2 runs, 1.6 s",
    "Must hold: no event is lost; none is handled twice",
    "Not as in production: group.initial.rebalance.delay.ms=0",
    "Run it again: npm run verify -- =delivery/push",
    "Inputs: 0123456789ab",
  ]);
});
