// Acknowledgements are lost, and a leader dies.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { publishedInC } from "./through-a-door.scenario-parts.ts";

export default {
  ...publishedInC("publish-idempotent-confluent.ts"),
  mustHold: {
    "every event was sent": ({ sent }) => sent === 300,
    "no acknowledged event is lost": ({ lost }) => lost === 0,
    "no event is written twice": ({ twice }) => twice === 0,
  },
} satisfies Scenario;
