// Nothing breaks: buf compares contracts, without a broker.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the contract",
  programs: { shop: { file: "evolve.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
