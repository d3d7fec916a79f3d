import { describe, expect, test } from "vitest";
import { buildFaultTable, failingCounts, isFaulty } from "../../src/receipts/fault-table.ts";
import { makeReceipt } from "./receipts.ts";

const counts = { sent: 1000, lost: 0 };
const receipt = makeReceipt([
  { counts },
  {
    at: "on their way",
    without: "call.write(kept);",
    counts: { sent: 1000, lost: 100 },
    holds: { "no event is lost": false },
    recorded: { counts: { late: 7 } },
  },
  { at: "on their way", counts, recorded: { counts: { late: 1262 } } },
]);

test("a table has a group for each held point, and in it the run as written first", () => {
  const { groups } = buildFaultTable(receipt);
  expect(groups.map(({ at, rows }) => [at, rows.map(({ without }) => without)])).toEqual([
    [undefined, [undefined]],
    ["on their way", [undefined, "call.write(kept);"]],
  ]);
});

test("its columns are the counts, those that chance moves last and never as if they were exact", () => {
  const { columns, groups } = buildFaultTable(receipt);
  expect(columns).toEqual([
    { name: "sent", moves: false },
    { name: "lost", moves: false },
    { name: "late", moves: true },
  ]);
  const texts = groups.flatMap(({ rows }) =>
    rows.map(({ cells }) => cells.map(({ text }) => text)),
  );
  expect(texts).toEqual([
    ["1,000", "0", "–"],
    ["1,000", "0", "≈ 1,262"],
    ["1,000", "100", "≈ 7"],
  ]);
});

test("a count that chance moves is shown from the least to the most, where it was taken more than once", () => {
  const { groups } = buildFaultTable(
    makeReceipt([
      {
        at: "a leader dies",
        counts: { sent: 300 },
        recorded: {
          counts: { lost: 0, twice: 9 },
          ranges: { lost: [0, 3], twice: [9, 9] },
          made: 10,
        },
      },
    ]),
  );
  expect(groups[0]?.rows[0]?.cells).toEqual([
    { text: "300", fails: false },
    { text: "0–3", fails: true },
    { text: "9", fails: false },
  ]);
});

test("the numbers that fail are marked, and no others", () => {
  const failing = buildFaultTable(receipt).groups.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.filter(({ fails }) => fails).map(({ text }) => text)),
  );
  expect(failing).toEqual(["100"]);
});

test("there is no table where nothing was broken", () => {
  expect(() => buildFaultTable(makeReceipt([{ counts }]))).toThrow(
    'No run of "delivery/push" has a fault',
  );
});

describe("a number fails", () => {
  const fails = (
    run: Parameters<typeof failingCounts>[0],
    asWritten?: Parameters<typeof failingCounts>[1],
  ) => [...failingCounts(run, asWritten)];

  test("when it says that an event is lost, whatever must hold", () => {
    expect(fails({ counts: { lost: 201, twice: 3 }, holds: { "events are lost": true } })).toEqual([
      "lost",
    ]);
    expect(fails({ counts: { lost: 0 }, holds: {} })).toEqual([]);
  });

  test("when what must hold names it and does not", () => {
    const holds = { "no event is handled twice": false, "no event is lost": true };
    expect(fails({ counts: { lost: 0, twice: 1, sent: 5 }, holds })).toEqual(["twice"]);
  });

  test("when it differs from the run as written, and nothing names a number", () => {
    const holds = { "the book is complete": false };
    expect(fails({ counts: { parcels: 9, sent: 10 }, holds }, { parcels: 10, sent: 10 })).toEqual([
      "parcels",
    ]);
  });
});

test("runs behind proxies are compared, and a proxy alone is no fault", () => {
  const behind = makeReceipt([
    { counts },
    { at: "nginx", behind: "nginx", counts },
    { at: "nginx, reloaded", behind: "nginx", counts },
  ]);
  expect(buildFaultTable(behind).head).toBe("Proxy");
  expect(behind.compared.runs.map(isFaulty)).toEqual([false, false, true]);
  expect(buildFaultTable(receipt).head).toBe("Fault");
});
