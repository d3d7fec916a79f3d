// Killed at 500: the acknowledgement and the work change places.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  afterTheAcknowledgement,
  afterTheWork,
  beforeTheWork,
  countEvents,
  ordersHasEnded,
  warehouse,
} from "./killed-on-the-wire.scenario-parts.ts";

export default {
  story: "Killed at 500",
  programs: {
    warehouse,
    orders: { file: "push-and-resume.ts" },
  },
  over: ordersHasEnded,
  heldPoints: {
    "before the work": beforeTheWork,
    "after the work, before the acknowledgement": afterTheWork,
    "after the acknowledgement": afterTheAcknowledgement,
  },
  counts: countEvents,
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
  },
  without: {
    file: "acknowledge.ts",
    line: `      if (event) await work(book, event);
      yield { cursor };`,
    instead: `      yield { cursor };
      if (event) await work(book, event);`,
    says: "with the acknowledgement first",
    fails: {
      at: "before the work",
      counts: {
        sent: 1_000,
        acknowledged: 1_000,
        handled: 999,
        lost: 1,
        twice: 0,
      },
    },
  },
} satisfies Scenario;
