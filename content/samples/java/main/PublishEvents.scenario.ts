// Acknowledgements are lost, and a leader dies.
import type {
  Counts,
  Look,
  Scenario,
} from "../../../../src/lab/scenario.ts";
import {
  countOutcomes,
  publishedBy,
} from "../../clients/two-faults.scenario-parts.ts";
import { standardRun } from "../../shop/standard-run.ts";

const EVENTS = standardRun()
  .slice(0, 300)
  .map(({ eventId }) => eventId);
const twoFaults = publishedBy("PublishEvents.java");

/** It keeps no book: what it says is compared. */
function countSends(look: Look): Counts {
  const isWhole = look.output("orders").includes("0 failed");
  return {
    sent: EVENTS.length,
    ...countOutcomes(look, isWhole ? EVENTS : [], []),
  };
}

export default {
  ...twoFaults,
  programs: {
    orders: { ...twoFaults.programs.orders, throughTap: true },
    reader: {
      file: "../../clients/read-to-the-end.ts",
      arguments: ["order-events"],
    },
  },
  counts: countSends,
  mustHold: {
    "every event is acknowledged": ({ acknowledged }) =>
      acknowledged === 300,
    "no acknowledged event is lost": ({ lost }) => lost === 0,
    "no event is written twice": ({ twice }) => twice === 0,
  },
} satisfies Scenario;
