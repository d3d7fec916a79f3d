import { describe, expect, test } from "vitest";
import { readWanted, recordedSchema } from "../../src/components/authoring/recorded/choices.ts";
import type { Choice } from "../../src/components/authoring/recorded/choices.ts";
import { findRun } from "../../src/components/authoring/recorded/find-run.ts";
import { buildRecordedRows } from "../../src/components/authoring/recorded/rows.ts";
import { layOutSequence } from "../../src/components/authoring/sequence/geometry.ts";
import type { WireLine } from "../../src/receipts/receipt.ts";
import { makeReceipt } from "../receipts/receipts.ts";

const line = (ms: number, from: string, to: string, label: string, note = ""): WireLine => ({
  ms,
  from,
  to,
  label,
  note,
});
const delivery = (ms: number, n: number, note = "") =>
  line(ms, "orders", "warehouse", `Delivery ${n} o-${n}.1`, note);
const handled = (ms: number, n: number, note = "") =>
  line(ms, "warehouse", "orders", `Handled ${n}`, note);

const wire: readonly WireLine[] = [
  line(0, "warehouse", "", "started"),
  line(401, "orders", "warehouse", "FulfilOrders"),
  delivery(410, 1),
  handled(416, 1),
  delivery(420, 2),
  handled(426, 2, "swallowed"),
  line(430, "warehouse", "", "killed"),
  line(2431, "warehouse", "", "started"),
  line(3000, "orders", "warehouse", "FulfilOrders"),
  delivery(3001, 2),
  handled(3006, 2),
  delivery(3010, 3, "held"),
  line(3011, "orders", "warehouse", "half-close"),
  line(3015, "broker", "warehouse", "Fetch"),
  line(3020, "warehouse", "orders", "0 OK"),
];
const sides = { left: { name: "Orders" }, right: { name: "Warehouse" }, system: "wire" } as const;
const build = (...events: Choice[]) => buildRecordedRows(wire, events, sides);
const said = (...events: Choice[]) => build(...events).map(({ row }) => `${row.kind} ${row.label}`);

const story: Choice[] = [
  "FulfilOrders",
  "Delivery 1",
  "Handled 1",
  "Delivery 2",
  "Handled 2",
  "killed",
  "started",
  "FulfilOrders",
  "Delivery 2",
  "Delivery 3",
  "0 OK",
];

describe("a recorded drawing", () => {
  test("draws only lines of the wire file: every arrow is one, in their order", () => {
    const rows = build(...story);
    const drawn = rows.filter(({ row }) => row.kind !== "more");
    expect(drawn).toHaveLength(story.length);
    for (const { row, line: index } of drawn) {
      const original = wire[index ?? -1];
      expect(original?.label.startsWith(row.label.replace(/ at \d+\.\d+ s$/, ""))).toBe(true);
      if (!("from" in row)) continue;
      expect(original?.from).toBe(row.from === "left" ? "orders" : "warehouse");
      expect(original?.to).toBe(row.from === "left" ? "warehouse" : "orders");
      expect(row.time).toBe(`${((original?.ms ?? 0) / 1000).toFixed(3)} s`);
    }
    const indexes = drawn.map(({ line: index }) => index ?? -1);
    expect(indexes).toEqual(indexes.toSorted((a, b) => a - b));
  });

  test("counts what it leaves out, so that all lines from the first to the last are accounted for", () => {
    const rows = build(...story);
    const counted = rows.map(({ row }) =>
      row.kind === "more" ? Number.parseInt(row.label, 10) : 1,
    );
    expect(counted.reduce((sum, n) => sum + n, 0)).toBe(14);
    expect(said("Delivery 1", "Delivery 2")).toEqual([
      "message Delivery 1 o-1.1",
      "more 1 more",
      "message Delivery 2 o-2.1",
    ]);
  });

  test("shows what each line was", () => {
    expect(said(...story)).toEqual([
      "call FulfilOrders",
      "message Delivery 1 o-1.1",
      "ack Handled 1",
      "message Delivery 2 o-2.1",
      "lost Handled 2",
      "crash killed at 0.430 s",
      "restart started at 2.431 s",
      "call FulfilOrders",
      "message Delivery 2 o-2.1",
      "more 1 more",
      "stalled Delivery 3 o-3.1",
      "more 2 more",
      "status 0 OK",
    ]);
  });

  test("shows a chosen piece of a label, an explanation, and another shape where it is told to", () => {
    const [first] = build({ event: "Delivery 1", label: "1", note: "One.", kind: "ack" });
    expect(first?.row).toMatchObject({ kind: "ack", label: "1", note: "One." });
  });

  test("never shows words that the line has not", () => {
    expect(() => build({ event: "Delivery 1", label: "Delivery 9" })).toThrow(
      '"Delivery 1 o-1.1" has no piece "Delivery 9" to show.',
    );
  });

  test("writes a time where there is room for it, and leaves it out where there is none", () => {
    const rows = build("Delivery 1", "Handled 1", "Delivery 2", "Handled 2").map(({ row }) => row);
    const times = layOutSequence(rows).rows.map(({ time }) => time);
    expect(times.map((time) => time?.text)).toEqual([
      "0.410 s",
      "0.416 s",
      "0.420 s",
      // It ends half-way: its line is too short.
      undefined,
    ]);
    expect(times[0]).toMatchObject({ anchor: "start", at: { x: 8 } });
    expect(times[1]).toMatchObject({ anchor: "end", at: { x: 264 } });
  });
});

describe("a choice", () => {
  test.each([
    ["Handled 500", { nth: undefined, from: undefined, to: undefined, label: "Handled 500" }],
    ["#2 Handled 500", { nth: 2, from: undefined, to: undefined, label: "Handled 500" }],
    ["a>b 0 OK", { nth: undefined, from: "a", to: "b", label: "0 OK" }],
    ["#3 a-1> killed", { nth: 3, from: "a-1", to: "", label: "killed" }],
  ])("reads %s", (words, wanted) => {
    expect(readWanted(words)).toEqual(wanted);
  });

  test("is the next such line, or the one that its number says", () => {
    const lines = (...events: string[]) => build(...events).map(({ line: index }) => index);
    expect(lines("FulfilOrders", "killed", "started", "FulfilOrders")).toEqual([
      ...[1, undefined, 6, 7, 8],
    ]);
    expect(lines("#2 FulfilOrders")).toEqual([8]);
    expect(lines("#2 warehouse> started")).toEqual([7]);
    expect(lines("warehouse>orders Handled 1")).toEqual([3]);
  });

  test("is the whole of a label, or its words up to a space", () => {
    expect(() => build("Deliv")).toThrow("No line of the wire file");
    expect(build("Delivery 1 o-1.1")[0]?.line).toBe(2);
  });

  test("that no line has is refused, with the nearest labels", () => {
    expect(() => build("Handeld 2")).toThrow(
      'No line of the wire file is "Handeld 2". Nearest: "Handled 2", "Handled 1".',
    );
    expect(() => build("#7 Handled 2")).toThrow("the wire file has 2 such lines");
  });

  test("that crossed before the one above it is refused", () => {
    expect(() => build("Delivery 3", "Handled 1")).toThrow(
      '"Handled 1" crossed before "Delivery 3 o-3.1", which stands above it.',
    );
  });

  test("between programs that are not drawn is refused", () => {
    expect(() => build("Fetch")).toThrow('"Fetch" is of broker, which is not drawn');
  });

  test("may not skip that a program which is drawn was down", () => {
    expect(() => build("Delivery 1", "#2 FulfilOrders")).toThrow(
      'warehouse was killed. Choose that too: "warehouse> killed".',
    );
  });

  test("is one of at most twelve", () => {
    const parse = (events: number) =>
      recordedSchema.safeParse({ sample: "a", events: Array.from({ length: events }, () => "a") });
    expect(parse(12).success).toBe(true);
    expect(parse(13).success).toBe(false);
    expect(parse(0).success).toBe(false);
  });
});

test("over the log a broker's answer to a commit acknowledges it, and a fetch brings events", () => {
  const log: WireLine[] = [
    line(1, "warehouse", "broker", "OffsetCommit warehouse order-events-1:167"),
    line(2, "broker", "warehouse", "OffsetCommit"),
    line(3, "broker", "warehouse", "Fetch order-events-1: o-125.3"),
  ];
  const rows = buildRecordedRows(
    log,
    ["OffsetCommit warehouse", "OffsetCommit", "Fetch order-events-1:"],
    { left: { name: "broker" }, right: { name: "Warehouse" }, system: "log" },
  );
  expect(rows.map(({ row }) => row.kind)).toEqual(["message", "ack", "message"]);
});

describe("the run that a page asks for", () => {
  const wireOf = (file: string) => ({ wire: { file, lines: 1 } });
  const receipt = makeReceipt([
    { at: "elsewhere" },
    { at: "before", recorded: wireOf("push.1.wire.txt") },
    { at: "before", without: "a line" },
    { at: "after", recorded: wireOf("push.3.wire.txt") },
  ]);
  const find = (at?: string, without = false) =>
    findRun(receipt, at, without, "wire", ({ wire: kept }) => kept !== undefined);

  test("is the one at its held point, or the first that has what is shown", () => {
    expect([find("after"), find("before"), find()]).toEqual([3, 1, 1]);
  });

  test("is refused where it is not there, or has no wire, with those that have", () => {
    const having = 'Those that have: "before", "after".';
    expect(() => find("later")).toThrow(`no run at "later". Did you mean "after"? ${having}`);
    expect(() => find("elsewhere")).toThrow(`has no wire. ${having}`);
    expect(() => find("before", true)).toThrow('The run at "before" without');
  });
});
