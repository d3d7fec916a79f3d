// One PostgreSQL, and no broker.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "",
  database: "postgres",
  programs: { "handler-throws": { file: "handler-throws.ts" } },
  over: ({ hasEnded }) => hasEnded("handler-throws"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
