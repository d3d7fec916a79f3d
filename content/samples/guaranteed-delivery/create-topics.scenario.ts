// Nothing breaks: a broker without topics gets one.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: { shop: { file: "create-topics.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
