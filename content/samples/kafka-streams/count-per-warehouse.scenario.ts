// Counted by hand, and killed around the commit of a batch.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: {
    shop: {
      file: "create-topics.ts",
      ready: "all topics are there",
    },
    orders: { file: "publish.ts", ready: "1001 acknowledged" },
    warehouse: {
      file: "count-per-warehouse.ts",
      ready: "Warehouse: ready",
    },
    analytics: {
      file: "compare.ts",
      arguments: ["orders-per-warehouse-by-hand"],
    },
  },
  over: ({ hasEnded }) => hasEnded("analytics"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
