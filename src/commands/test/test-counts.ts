export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

export const NO_TESTS: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** Adds up the counts of several runs of tests. */
export function addCounts(...all: readonly TestCounts[]): TestCounts {
  const sum = (name: keyof TestCounts): number => all.reduce((total, it) => total + it[name], 0);
  return { passed: sum("passed"), failed: sum("failed"), skipped: sum("skipped") };
}

/**
 * Counts the tests of Vitest's JSON report. A file that could not be loaded has no tests and counts as
 * one failure; so does a run that failed without a failing test (an unhandled rejection, no report).
 */
export function countTests(report: unknown, hasSucceeded: boolean): TestCounts {
  const passed = readCount(report, "numPassedTests");
  const failed = readCount(report, "numFailedTests") + countUnloadedFiles(report);
  const skipped = readCount(report, "numPendingTests") + readCount(report, "numTodoTests");
  return { passed, failed: hasSucceeded ? failed : Math.max(failed, 1), skipped };
}

/** @example formatCounts({ passed: 12, failed: 0, skipped: 1 }) // "12 passed, 0 failed, 1 skipped" */
export function formatCounts({ passed, failed, skipped }: TestCounts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}

function countUnloadedFiles(report: unknown): number {
  const files = readField(report, "testResults");
  if (!Array.isArray(files)) return 0;
  return files.filter((file: unknown) => {
    const tests = readField(file, "assertionResults");
    return readField(file, "status") === "failed" && Array.isArray(tests) && tests.length === 0;
  }).length;
}

function readCount(report: unknown, name: string): number {
  const value = readField(report, name);
  return typeof value === "number" ? value : 0;
}

function readField(from: unknown, name: string): unknown {
  return typeof from === "object" && from !== null ? Reflect.get(from, name) : undefined;
}
