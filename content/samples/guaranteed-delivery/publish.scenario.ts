// Nothing breaks: Orders publishes, and nobody reads.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  orders,
  published,
  topics,
} from "./killed-on-the-log.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  topics,
  programs: { orders },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: { nothing: {} },
  counts: (look) => ({ sent: published(look) }),
  mustHold: {
    "every event is published": ({ sent }) => sent === 1_000,
  },
} satisfies Scenario;
