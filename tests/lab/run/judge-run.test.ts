import { describe, expect, test } from "vitest";
import { judgeRun } from "../../../src/lab/run/judge-run.ts";
import type { RunResult } from "../../../src/lab/run/run-scenario.ts";
import type { Subject } from "../../../src/lab/find-scenarios.ts";
import type { ComparedRun } from "../../../src/receipts/receipt.ts";

const scenario: Subject["scenario"] = {
  story: "Killed at 500",
  programs: { warehouse: { file: "warehouse.ts" } },
  over: () => true,
  heldPoints: { "after the work": { kill: "warehouse" } },
  counts: () => ({}),
  mustHold: { "no event is lost": ({ lost }) => lost === 0 },
  without: {
    file: "warehouse.ts",
    line: "keep();",
    says: "without keep()",
    fails: { at: "after the work", counts: { lost: 1 } },
  },
};

function judge(
  isWithout: boolean,
  lost: number,
  exits: readonly (number | string)[] = [0],
): string[] {
  const compared: ComparedRun = {
    at: "after the work",
    programs: exits.map((exit) => ({
      name: "warehouse",
      command: "node warehouse.ts",
      output: [],
      exit,
    })),
    counts: { lost },
    holds: { "no event is lost": lost === 0 },
  };
  const run: RunResult = {
    compared,
    recorded: { durationMs: 1, counts: {} },
    wire: undefined,
    kafkaVersion: undefined,
    settings: [],
  };
  const subject = { scenario } as Subject;
  return judgeRun({ subject, at: "after the work", isWithout }, run);
}

describe("a run as written", () => {
  test("is good when everything holds", () => expect(judge(false, 0)).toEqual([]));
  test("is not when something does not", () =>
    expect(judge(false, 2)).toEqual(["It does not hold that no event is lost: 2 lost."]));
  test("may have been killed, and must not have failed", () => {
    expect(judge(false, 0, ["SIGKILL", 0])).toEqual([]);
    expect(judge(false, 0, [1])).toEqual(["warehouse ended with 1. Expected exit status 0."]);
    expect(judge(false, 0, ["SIGSEGV"])).toHaveLength(1);
  });
});

describe("a run without the line", () => {
  test("is good when it fails with exactly the counts that were foretold", () =>
    expect(judge(true, 1)).toEqual([]));
  test("is not when it fails otherwise", () =>
    expect(judge(true, 2)).toEqual(['Without the line "lost" should be 1, and is 2.']));
  test("is not when everything holds all the same", () => expect(judge(true, 0)).toHaveLength(2));
  test("is not when it fails by a crash", () => expect(judge(true, 1, [1])).toHaveLength(1));
});
