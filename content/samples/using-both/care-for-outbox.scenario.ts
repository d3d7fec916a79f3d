// One PostgreSQL, and no broker.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "",
  database: "postgres",
  programs: { "care-for-outbox": { file: "care-for-outbox.ts" } },
  over: ({ hasEnded }) => hasEnded("care-for-outbox"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
