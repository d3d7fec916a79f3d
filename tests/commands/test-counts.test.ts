import { expect, test } from "vitest";
import { countTests, formatCounts } from "../../src/commands/test/test-counts.ts";

const report = {
  numPassedTests: 12,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: "passed", assertionResults: [{}] }],
};

test("the closing line has what passed and failed, and what was skipped if anything was", () => {
  expect(formatCounts(countTests(report, true))).toBe("12 passed, 0 failed, 2 skipped");
  expect(formatCounts({ passed: 1, failed: 2, skipped: 0 })).toBe("1 passed, 2 failed");
});

test("a file that cannot be loaded is a failure though it has no tests", () => {
  const unloaded = { status: "failed", assertionResults: [] };
  const failing = { status: "failed", assertionResults: [{}] };
  const testResults = [...report.testResults, unloaded, failing];
  expect(countTests({ ...report, numFailedTests: 1, testResults }, false).failed).toBe(2);
});

test("a run that failed never counts as none failed", () => {
  expect(countTests(report, false).failed).toBe(1);
  expect(countTests(undefined, false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
});
