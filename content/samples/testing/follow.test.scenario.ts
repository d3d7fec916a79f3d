// The tests as written; then the loop without its cursor.
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
  programs: {
    tests: {
      file: "run-tests.ts",
      arguments: ["follow.test.ts"],
    },
  },
  over: ({ hasEnded }) => hasEnded("tests"),
  heldPoints: { nothing: {} },
  counts: countTests,
  mustHold: {
    "all tests pass": ({ passed, failed }) =>
      passed === 4 && failed === 0,
  },
  without: {
    file: "follow.ts",
    line: "        cursor = delivery.cursor; // handled, not only received\n",
    says: "with a loop that forgets its cursor",
    fails: { at: "nothing", counts: { passed: 3, failed: 1 } },
  },
} satisfies Scenario;
