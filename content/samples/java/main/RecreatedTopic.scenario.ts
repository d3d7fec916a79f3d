// Nothing breaks: a topic of the same name is another topic.
import type { Scenario } from "../../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics: [],
  programs: { shop: { file: "RecreatedTopic.java" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: ({ output }) => ({
    "protocols that skip": output("shop").filter((line) =>
      line.endsWith("then 0 of 10"),
    ).length,
  }),
  mustHold: {
    "the classic protocol skips the new records": (counts) =>
      counts["protocols that skip"] === 1,
  },
} satisfies Scenario;
