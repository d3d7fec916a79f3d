// Order 137: a record that holds no event, and wrong cursors.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "Order 137",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 3 }],
  programs: {
    edge: { file: "edge.ts", ready: "Edge: ready" },
    client: { file: "edge-answers.ts" },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { nothing: {} },
  counts({ seen }) {
    const answers = seen
      .filter(
        ({ to, event }) => to === "client" && "status" in event,
      )
      .map(({ label }) => label);
    const count = (name: string) =>
      answers.filter((label) => label.endsWith(name)).length;
    return {
      calls: answers.length,
      OUT_OF_RANGE: count("11 OUT_OF_RANGE"),
      DATA_LOSS: count("15 DATA_LOSS"),
    };
  },
  mustHold: {
    "no cursor outside of the topic is served": (counts) =>
      counts["OUT_OF_RANGE"] === 3,
    "no record is skipped": (counts) => counts["DATA_LOSS"] === 1,
  },
} satisfies Scenario;
