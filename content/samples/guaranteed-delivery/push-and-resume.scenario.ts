// Killed at 500: Orders sends again what it has kept.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { killedWhen } from "./killed-at-500.scenario-parts.ts";
import {
  afterTheWork,
  delivery,
  haveSeen,
  pushedTo,
  workIsDone,
} from "./killed-on-the-wire.scenario-parts.ts";

export default {
  ...pushedTo("acknowledge.ts"),
  heldPoints: {
    nothing: {},
    "after the work, before the acknowledgement": afterTheWork,
    "the same, and only the connection is cut": {
      hold: workIsDone,
      cut: true,
    },
    // The window is full: 500 to 599, and no more can come.
    "with a hundred on their way": killedWhen({
      hold: delivery(500),
      until: haveSeen(delivery(599)),
    }),
  },
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
    "Orders knows it": ({ sent, acknowledged }) =>
      sent === 1_000 && acknowledged === 1_000,
  },
  without: {
    file: "push-and-resume.ts",
    line: "yield* window.kept();",
    // What was on its way is forgotten, as by a window that is
    // made for each call. Left full, it would let nothing through.
    instead: "window.drop(String(sent));",
    says: "with an empty window after the break",
    fails: {
      at: "with a hundred on their way",
      counts: {
        sent: 1_000,
        acknowledged: 1_000,
        handled: 900,
        lost: 100,
        twice: 0,
      },
    },
  },
  keepWire: ["after the work, before the acknowledgement"],
  keepStrip: ["after the work, before the acknowledgement"],
} satisfies Scenario;
