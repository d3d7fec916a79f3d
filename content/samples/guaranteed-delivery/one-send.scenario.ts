// The leader of two partitions dies, and they part.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the lost leader",
  brokers: 3,
  programs: { orders: { file: "one-send.ts" } },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: {
    "the leader is killed before it answers": {
      hold: ({ event }) =>
        event.kind === "request" && event.api === "Produce",
      nth: 2,
      killLeaderOf: { topic: "order-events", partition: 0 },
    },
  },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
