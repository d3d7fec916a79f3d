// One PostgreSQL, and no broker.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "",
  database: "postgres",
  programs: { "two-at-once": { file: "two-at-once.ts" } },
  over: ({ hasEnded }) => hasEnded("two-at-once"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
