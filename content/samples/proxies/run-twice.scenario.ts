// Orders restarts while it works on an order.
import type { Scenario } from "../../../src/lab/scenario.ts";
import {
  behindEach,
  numberIn,
  proxies,
} from "./proxies.scenario-parts.ts";

export default {
  story: "a restart while a call runs",
  programs: { client: { file: "run-twice.ts" } },
  proxies,
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { nothing: {}, ...behindEach },
  counts: ({ output }) => ({
    "handlers begun": numberIn(
      output("client"),
      /began o-001 (\d+)/,
    ),
    "status at the client": numberIn(
      output("client"),
      /^o-001: (\d+)/,
    ),
  }),
  mustHold: {
    "the call runs once": (counts) =>
      counts["handlers begun"] === 1,
  },
  without: {
    file: "run-twice.ts",
    line: `  { "grpc.enable_retries": 0 },`,
    says: "without the option",
    fails: {
      at: "HAProxy",
      counts: { "handlers begun": 2, "status at the client": 0 },
    },
  },
} satisfies Scenario;
