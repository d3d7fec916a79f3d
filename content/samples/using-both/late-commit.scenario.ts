// One PostgreSQL, and no broker.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "",
  database: "postgres",
  programs: { "late-commit": { file: "late-commit.ts" } },
  over: ({ hasEnded }) => hasEnded("late-commit"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
