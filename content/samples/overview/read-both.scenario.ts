// Nothing breaks: two readers, the same events.
import type { Scenario } from "../../../src/lab/scenario.ts";

export default {
  story: "the standard run",
  brokers: 1,
  programs: { readers: { file: "read-both.ts" } },
  over: ({ hasEnded }) => hasEnded("readers"),
  heldPoints: { nothing: {} },
  counts: ({ seen }) => ({
    delivered: seen.filter(({ label }) =>
      label.startsWith("Delivery "),
    ).length,
  }),
  mustHold: {
    "every event is delivered": ({ delivered }) =>
      delivered === 1_000,
  },
} satisfies Scenario;
