// Nothing breaks: Orders publishes, and nobody reads.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { published } from "../guaranteed-delivery/killed-on-the-log.scenario-parts.ts";
import { orders, shop } from "./per-warehouse.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: { shop, orders },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: { nothing: {} },
  counts: (look) => ({ sent: published(look) }),
  mustHold: {
    "every event is published": ({ sent }) => sent === 1_001,
  },
} satisfies Scenario;
