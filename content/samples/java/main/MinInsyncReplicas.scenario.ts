// Nothing breaks: three brokers say where a setting comes from.
import type { Scenario } from "../../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 3,
  topics: [{ name: "order-events", partitions: 3, replicas: 3 }],
  programs: { shop: { file: "MinInsyncReplicas.java" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => ({
    "from the metadata": output("shop").filter((line) =>
      line.includes("DYNAMIC_DEFAULT_BROKER_CONFIG"),
    ).length,
  }),
  mustHold: {
    "the cluster's metadata stand over a broker's file": (
      counts,
    ) => counts["from the metadata"] === 2,
  },
} satisfies Scenario;
