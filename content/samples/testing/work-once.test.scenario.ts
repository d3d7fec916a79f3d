// The tests as written; then the code without its mark.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

function countTests({ output }: Look) {
  const lines = output("tests");
  return {
    passed: lines.filter((it) => it.startsWith("ok ")).length,
    failed: lines.filter((it) => it.startsWith("not ok ")).length,
  };
}

export default {
  story: "",
  brokers: 1,
  programs: {
    tests: {
      file: "run-tests.ts",
      arguments: ["work-once.test.ts"],
    },
  },
  over: ({ hasEnded }) => hasEnded("tests"),
  heldPoints: { nothing: {} },
  counts: countTests,
  mustHold: {
    "all tests pass": ({ passed, failed }) =>
      passed === 2 && failed === 0,
  },
  without: {
    file: "work-once.ts",
    line: "    if (book.mark(event)) book.write(event);",
    instead: "    book.write(event);",
    says: "with work that ignores its mark",
    fails: { at: "nothing", counts: { passed: 1, failed: 1 } },
  },
} satisfies Scenario;
