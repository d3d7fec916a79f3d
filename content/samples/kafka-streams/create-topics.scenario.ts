// Nothing breaks: a broker without topics gets four.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { shop } from "./per-warehouse.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: { shop },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: () => ({}),
  mustHold: {},
} satisfies Scenario;
