// The newcomer: away for longer than the topic keeps records.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "The newcomer",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 3 }],
  programs: {
    edge: { file: "edge.ts", ready: "Edge: ready" },
    client: { file: "come-back-late.ts" },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { nothing: {} },
  counts({ seen }) {
    const labels = seen
      .filter(({ to }) => to === "client")
      .map(({ label }) => label);
    const events = labels
      .map((label) => / (o-\d+\.\d)$/.exec(label)?.[1])
      .filter((id) => id !== undefined);
    return {
      published: 796,
      delivered: new Set(events).size,
      told: labels.filter((it) =>
        it.startsWith("11 OUT_OF_RANGE"),
      ).length,
    };
  },
  mustHold: {
    "the client is told": (counts) => counts["told"] === 1,
  },
  without: {
    file: "follow-topic.ts",
    line: '    fallbackMode: "fail",\n',
    says: "without fallbackMode",
    fails: {
      at: "nothing",
      counts: { published: 796, delivered: 399, told: 0 },
    },
  },
} satisfies Scenario;
