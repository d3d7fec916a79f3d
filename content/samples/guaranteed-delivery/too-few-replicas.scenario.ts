// One of two replicas is killed; the minimum is two.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "one replica less",
  brokers: 3,
  topics: [{ name: "order-events", partitions: 1, replicas: 2 }],
  programs: { orders: { file: "too-few-replicas.ts" } },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: {
    "the leader is killed": {
      until: ({ output }) =>
        output("orders").includes("now one of two replicas goes"),
      killLeaderOf: { topic: "order-events", partition: 0 },
    },
  },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
