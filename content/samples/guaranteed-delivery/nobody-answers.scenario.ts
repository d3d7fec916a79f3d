// The only broker is killed, and stays away.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "no broker is left",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 1 }],
  programs: { orders: { file: "nobody-answers.ts" } },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: {
    "the broker is killed": {
      until: ({ output }) =>
        output("orders").includes("now the broker goes"),
      killLeaderOf: { topic: "order-events", partition: 0 },
    },
  },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
