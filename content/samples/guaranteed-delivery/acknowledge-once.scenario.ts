// Killed at 500: what comes again is recognised by its key.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  aroundTheWork,
  pushedTo,
} from "./killed-on-the-wire.scenario-parts.ts";

export default {
  ...pushedTo("acknowledge-once.ts"),
  heldPoints: aroundTheWork,
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
    "nothing is done twice": ({ twice }) => twice === 0,
  },
  without: {
    file: "acknowledge-once.ts",
    line: "if (!book.mark(event)) return;",
    instead: "book.mark(event);",
    says: "without the key",
    fails: {
      at: "after the work, before the acknowledgement",
      counts: {
        sent: 1_000,
        acknowledged: 1_000,
        handled: 1_000,
        lost: 0,
        twice: 1,
      },
    },
  },
} satisfies Scenario;
