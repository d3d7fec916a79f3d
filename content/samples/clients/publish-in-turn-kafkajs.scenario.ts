// Acknowledgements are lost, and a leader dies.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { publishedBy } from "./two-faults.scenario-parts.ts";

export default {
  ...publishedBy("publish-in-turn-kafkajs.ts"),
  mustHold: {
    "every event was sent": ({ sent }) => sent === 300,
    // A send that fails for good takes the next event with it.
    "no other acknowledged event is lost": ({
      lost = 0,
      "failed, yet written": written = 0,
    }) => lost <= written,
    "no event is written twice": ({ twice }) => twice === 0,
  },
} satisfies Scenario;
