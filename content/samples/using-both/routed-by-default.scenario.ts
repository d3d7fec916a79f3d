// One row, sent as Debezium does by default, and read by Node.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "",
  brokers: 1,
  database: "postgres",
  topics: [{ name: "outbox.event.Order", partitions: 1 }],
  programs: {
    row: {
      file: "default-outbox.ts",
      ready: "The row is there",
    },
    relay: {
      file: "../debezium/main/RouteByDefault.java",
      ready: "The event is sent",
    },
    reader: { file: "routed-by-default.ts" },
  },
  over: ({ hasEnded }) => hasEnded("relay") && hasEnded("reader"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
