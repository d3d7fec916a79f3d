// Killed at 500: the acknowledgement and the work change places.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  aroundTheWork,
  pushedTo,
} from "./killed-on-the-wire.scenario-parts.ts";

export default {
  ...pushedTo("acknowledge.ts"),
  heldPoints: aroundTheWork,
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
