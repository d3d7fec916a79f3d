// One PostgreSQL, and no broker.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "",
  database: "postgres",
  programs: { "slot-holds-wal": { file: "slot-holds-wal.ts" } },
  over: ({ hasEnded }) => hasEnded("slot-holds-wal"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
