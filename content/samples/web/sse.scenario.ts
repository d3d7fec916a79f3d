// Server-sent events behind nginx: the server dies after 50 events.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  countShown,
  hasLeft,
  killed,
  server,
} from "./follow.scenario-parts.ts";

export default {
  story: "a page that follows Orders",
  programs: {
    orders: { file: "sse.ts", ...server },
    browser: {
      file: "../browsers/web/sse.ts",
      opens: "http://localhost:8080/?leave",
    },
  },
  proxies: { nginx: { config: "sse.conf" } },
  over: hasLeft,
  heldPoints: {
    "server killed": { behind: "nginx", ...killed },
    // The browser comes back after some 3 s, and gets a 502.
    "server killed, back after 6 s": {
      behind: "nginx",
      ...killed,
      backAfterMs: 6_000,
    },
  },
  counts: (look) => ({
    ...countShown(look),
    refused: look
      .output("browser")
      .filter((it) => it === "closed by the browser").length,
  }),
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
      counts: {
        shown: 150,
        twice: 50,
        lost: 0,
        left: 1,
        refused: 0,
      },
    },
  },
} satisfies Scenario;
