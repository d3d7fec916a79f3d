// Nothing breaks: a second member joins.
import type { Scenario } from "../../../src/lab/scenario.ts";
import { oneProgram } from "./one-program.scenario-parts.ts";

export default {
  ...oneProgram("rebalancing.ts"),
  counts: ({ output, seen }) => ({
    "told to join again": output("shop").filter((line) =>
      line.endsWith("so a rejoin is needed"),
    ).length,
    "the same member": output("shop").filter((line) =>
      line.endsWith("the same member: true"),
    ).length,
    // The two members, and nobody else.
    "left at the end": seen.filter(
      ({ event }) =>
        event.kind === "request" && event.api === "LeaveGroup",
    ).length,
  }),
  mustHold: {
    "the first member is told once": (counts) =>
      counts["told to join again"] === 1,
    "it joins again under the same id": (counts) =>
      counts["the same member"] === 1,
    "both leave at the end": (counts) =>
      counts["left at the end"] === 2,
  },
} satisfies Scenario;
