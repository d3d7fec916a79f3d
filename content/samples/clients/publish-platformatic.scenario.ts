// Acknowledgements are lost, and a leader dies.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { publishedBy } from "./two-faults.scenario-parts.ts";

export default {
  ...publishedBy("publish-platformatic.ts"),
  mustHold: {
    "every event was sent": ({ sent }) => sent === 300,
  },
} satisfies Scenario;
