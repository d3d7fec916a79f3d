// Nothing breaks: Orders publishes, and nobody reads.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { published } from "../guaranteed-delivery/killed-on-the-log.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: { orders: { file: "publish-to-one-partition.ts" } },
  over: ({ hasEnded }) => hasEnded("orders"),
  heldPoints: { nothing: {} },
  counts: (look) => ({ sent: published(look) }),
  mustHold: {
    "100 events are published": ({ sent }) => sent === 100,
  },
} satisfies Scenario;
