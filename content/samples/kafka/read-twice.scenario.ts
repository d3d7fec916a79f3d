// Nothing breaks: one topic, two groups.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { countProduced } from "./wire.scenario-parts.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: { shop: { file: "read-twice.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: (look) => ({ produced: countProduced(look).records }),
  mustHold: {
    "every event is written once": ({ produced }) =>
      produced === 1_000,
  },
  keepWire: ["nothing"],
} satisfies Scenario;
