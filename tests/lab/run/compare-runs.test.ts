import { describe, expect, test } from "vitest";
import { compareRuns } from "../../../src/lab/run/compare-runs.ts";
import type { ComparedRun } from "../../../src/receipts/receipt.ts";

const run = (output: readonly string[], counts: Record<string, number> = {}): ComparedRun => ({
  programs: [{ name: "orders", command: "node orders.ts", output, exit: 0 }],
  counts,
  holds: {},
});

describe("a run differs from its record by", () => {
  test("nothing", () => {
    expect(compareRuns(run(["a"], { lost: 0 }), run(["a"], { lost: 0 }))).toEqual([]);
  });

  test("a count, before and after", () => {
    expect(compareRuns(run([], { lost: 0 }), run([], { lost: 3 }))).toEqual(["lost: 0 → 3"]);
  });

  test("the lines that changed, not those around them", () => {
    expect(compareRuns(run(["a", "b", "c", "z"]), run(["a", "x", "z"]))).toEqual([
      "node orders.ts:",
      "  - b",
      "  - c",
      "  + x",
    ]);
  });

  test("a line that came twice", () => {
    expect(compareRuns(run(["a", "b"]), run(["a", "b", "b"]))).toEqual([
      "node orders.ts:",
      "  + b",
    ]);
  });

  test("how a program ended, and a program that was not there", () => {
    const ended: ComparedRun = {
      ...run(["a"]),
      programs: [{ name: "orders", command: "node orders.ts", output: ["a"], exit: "SIGKILL" }],
    };
    expect(compareRuns(run(["a"]), ended)).toEqual(["node orders.ts:", "  ended with 0 → SIGKILL"]);
    expect(compareRuns(run(["a"]), { ...run([]), programs: [] })).toEqual([
      "node orders.ts:",
      "  - a",
      "  ended with 0 → nothing",
    ]);
  });

  test("its place among others", () => {
    expect(compareRuns({ ...run([]), at: "before" }, { ...run([]), at: "after" })).toHaveLength(1);
  });

  test("everything, when there is no record", () => {
    expect(compareRuns(undefined, run([]))).toEqual(["It was not recorded."]);
  });
});
