// The broker's answer is held until the promise has resolved.
import type { Scenario } from "../../../src/lab/scenario.ts";

const RESOLVED = "commitOffsets has resolved";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 3 }],
  programs: {
    orders: { file: "../guaranteed-delivery/publish.ts" },
    warehouse: {
      file: "await-commit-confluent.ts",
      throughTap: true,
    },
  },
  over: ({ hasEnded }) =>
    hasEnded("orders") && hasEnded("warehouse"),
  heldPoints: {
    "the answer to the commit waits": {
      hold: ({ event }) =>
        event.kind === "response" && event.api === "OffsetCommit",
      until: ({ output }) =>
        output("warehouse").includes(RESOLVED),
      goesOn: true,
    },
  },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
