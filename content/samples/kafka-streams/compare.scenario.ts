// Nothing breaks: the same input, counted both ways.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  byHand,
  compared,
  countResults,
  orders,
  shop,
  streams,
  WINDOWS,
} from "./per-warehouse.scenario-parts.ts";

const BY_HAND = "orders-per-warehouse-by-hand";
const BY_STREAMS = "orders-per-warehouse";

export default {
  story: "the standard run",
  brokers: 1,
  programs: {
    shop,
    orders,
    "by hand": byHand,
    "Kafka Streams": streams,
    analytics: compared(BY_HAND, BY_STREAMS),
  },
  over: ({ hasEnded }) => hasEnded("analytics"),
  heldPoints: { nothing: {} },
  counts(look) {
    const hand = countResults(look, BY_HAND);
    const topology = countResults(look, BY_STREAMS);
    return {
      "results by hand": hand.results,
      "results of Kafka Streams": topology.results,
      "equal by hand": hand.equal,
      "equal of Kafka Streams": topology.equal,
    };
  },
  mustHold: {
    "every result is the same, in the same order": (counts) =>
      Object.values(counts).every((count) => count === WINDOWS),
  },
} satisfies Scenario;
