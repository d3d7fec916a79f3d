// Killed at 500: what Orders has forgotten is not sent again.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { countHandled } from "./killed-at-500.scenario-parts.ts";
import {
  afterTheAcknowledgement,
  countSent,
  ordersHasEnded,
  warehouse,
} from "./killed-on-the-wire.scenario-parts.ts";

export default {
  story: "Killed at 500",
  programs: {
    warehouse,
    orders: { file: "push-and-forget.ts" },
  },
  over: ordersHasEnded,
  heldPoints: {
    "killed at 500": afterTheAcknowledgement,
  },
  // It listens to no acknowledgement: there is none to count.
  counts: (look) => {
    const { handled, lost } = countHandled(look);
    return { ...countSent(look), handled, lost };
  },
  // It loses for as long as it finds no Warehouse.
  moving: ["handled", "lost"],
  mustHold: {
    "events are lost": ({ lost = 0 }) => lost >= 100,
    "Orders believes that it sent all": ({ sent }) =>
      sent === 1_000,
  },
  keepWire: ["killed at 500"],
  keepStrip: ["killed at 500"],
} satisfies Scenario;
