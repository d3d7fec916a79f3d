// Nothing breaks: three brokers of a release without ELR.
import type { Scenario } from "../../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 3,
  kafka: "3.9.1",
  topics: [{ name: "order-events", partitions: 3, replicas: 3 }],
  programs: { shop: { file: "MinInsyncReplicasBefore.java" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => ({
    "in force, from the file": Number(
      output("shop")
        .find((_, at, lines) =>
          lines[at - 1]?.startsWith("of the topic"),
        )
        ?.replace(", STATIC_BROKER_CONFIG", "") ?? Number.NaN,
    ),
  }),
  mustHold: {
    "the file of a broker is in force": (counts) =>
      counts["in force, from the file"] === 2,
  },
} satisfies Scenario;
