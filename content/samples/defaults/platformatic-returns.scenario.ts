// Nothing breaks: a record is written while nobody reads.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 1 }],
  programs: { shop: { file: "platformatic-returns.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
