// Tuesday's deploy: the new Warehouse starts before the old ends.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

const WRITTEN = 300;

export default {
  story: "Tuesday's deploy",
  brokers: 1,
  programs: { shop: { file: "two-warehouses.ts" } },
  over: ({ hasEnded }) => hasEnded("shop"),
  heldPoints: { nothing: {} },
  counts: (look) => ({
    written: look.seen.reduce(
      (sum, { event }) =>
        event.kind === "request" && event.api === "Produce"
          ? sum + event.records.length
          : sum,
      0,
    ),
    "handled by both": handled(look) - WRITTEN,
    JoinGroup: look.seen.filter(
      ({ event }) =>
        event.kind === "request" && event.api === "JoinGroup",
    ).length,
  }),
  // How often two of one name send each other away.
  moving: ["handled by both", "JoinGroup"],
  mustHold: {
    "each event is written once": ({ written }) =>
      written === WRITTEN,
    "no event is handled by both": (counts) =>
      counts["handled by both"] === 0,
  },
  without: {
    file: "../example/over-the-log.ts",
    line: "...(WAREHOUSE && { groupInstanceId: WAREHOUSE })",
    instead: 'groupInstanceId: "warehouse-0"',
    says: "with one name in the program",
    fails: {
      at: "nothing",
      counts: { written: WRITTEN },
    },
  },
} satisfies Scenario;

/** By both together. */
function handled({ lines }: Look): number {
  return Number(lines("handled.txt")[0] ?? Number.NaN);
}
