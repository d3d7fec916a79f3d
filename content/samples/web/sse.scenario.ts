// Server-sent events: the server dies after 50 events, and comes back.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  countShown,
  hasLeft,
  killed,
  page,
  server,
} from "./follow.scenario-parts.ts";

export default {
  story: "a page that follows Orders",
  programs: {
    orders: { file: "sse.ts", ...server },
    browser: { file: "../browsers/web/sse.ts", ...page },
  },
  over: hasLeft,
  heldPoints: { "server killed": killed },
  counts: countShown,
  mustHold: {
    "no event is lost": ({ lost }) => lost === 0,
    "no event is shown twice": ({ twice }) => twice === 0,
    "the server hears that the page has left": ({ left }) =>
      left === 1,
  },
  without: {
    file: "sse.ts",
    line: "id: ${it.cursor}\\n",
    says: "without the id",
    fails: {
      at: "server killed",
      counts: { shown: 150, twice: 50, lost: 0, left: 1 },
    },
  },
} satisfies Scenario;
