// One of two replicas is killed; the minimum is two.
import type { Scenario } from "../../../../src/lab/scenario.ts";

export default {
  story: "one replica less",
  brokers: 3,
  topics: [{ name: "order-events", partitions: 1, replicas: 2 }],
  programs: { orders: { file: "UnderMinIsr.java" } },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: {
    "the leader is killed": {
      until: ({ output }) =>
        output("orders").includes(
          "now one of the two replicas goes",
        ),
      killLeaderOf: { topic: "order-events", partition: 0 },
    },
  },
  counts: ({ output }) => {
    const numberOf = (name: string, nth: number): number =>
      Number(
        output("orders")
          .filter((line) => line.startsWith(`${name}: `))
          [nth]?.split(": ")[1] ?? Number.NaN,
      );
    return {
      "acknowledged before": numberOf("acks=all", 0),
      "acknowledged with acks=1": numberOf("acks=1", 0),
      readable: numberOf("readable", 1),
      "acknowledged with acks=all": numberOf("acks=all", 1),
    };
  },
  mustHold: {
    "acks=1 is acknowledged under the minimum": (counts) =>
      counts["acknowledged with acks=1"] === 10,
    "nobody can read it": (counts) =>
      counts["readable"] === counts["acknowledged before"],
    "acks=all is not acknowledged": (counts) =>
      counts["acknowledged with acks=all"] === 0,
  },
} satisfies Scenario;
