// Nothing breaks: a topology has started, and its topics are there.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { shop, streams } from "./per-warehouse.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: {
    shop,
    "Kafka Streams": streams,
    operator: { file: "list-topics.ts" },
  },
  over: ({ hasEnded }) => hasEnded("operator"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
