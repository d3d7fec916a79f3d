// Acknowledgements are lost, and a leader dies.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { publishedBy } from "./two-faults.scenario-parts.ts";

const twoFaults = publishedBy("publish-idempotent-confluent.ts");
const { orders, reader } = twoFaults.programs;

export default {
  ...twoFaults,
  programs: { orders: { ...orders, throughTap: true }, reader },
  mustHold: {
    "every event was sent": ({ sent }) => sent === 300,
    "no acknowledged event is lost": ({ lost }) => lost === 0,
    "no event is written twice": ({ twice }) => twice === 0,
  },
} satisfies Scenario;
