// Nothing breaks but one clock: five sends fail.
import type { Scenario } from "../../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 1 }],
  programs: { orders: { file: "BadTimestamp.java" } },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => ({
    failed: output("orders").filter((it) => !it.includes(": at "))
      .length,
    "failed by itself": output("orders").filter(
      (it) => it === "3: InvalidTimestampException",
    ).length,
  }),
  mustHold: {
    "one bad record fails its whole batch": ({ failed }) =>
      failed === 5,
    "only the bad record says why": (counts) =>
      counts["failed by itself"] === 1,
  },
} satisfies Scenario;
