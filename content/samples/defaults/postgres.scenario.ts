// PostgreSQL's own defaults, asked of a new server.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "",
  database: "postgres",
  programs: { postgres: { file: "postgres.ts" } },
  over: ({ hasEnded }) => hasEnded("postgres"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
