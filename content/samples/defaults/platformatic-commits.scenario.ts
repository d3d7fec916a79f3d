// Nothing breaks: three records, and the first is not handled.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 1 }],
  programs: { shop: { file: "platformatic-commits.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
