// The topology, killed while events come in, and started again.
import path from "node:path";
import type {
  Look,
  Match,
  Program,
  Scenario,
} from "../../../../src/lab/scenario.ts";
import {
  compared,
  countResults,
  orders,
  shop,
  streams,
  WINDOWS,
} from "../../kafka-streams/per-warehouse.scenario-parts.ts";

const RESULTS = "orders-per-warehouse";
const STREAMS = "Kafka Streams";
const THIRD = 3;

const hasResults: Match = ({ to, event }) =>
  to === "analytics" &&
  event.kind === "response" &&
  event.records.some(({ topic }) => topic === RESULTS);

export default {
  story: "the standard run",
  brokers: 1,
  programs: {
    shop: fromHere(shop),
    [STREAMS]: fromHere(streams),
    analytics: fromHere(compared(RESULTS)),
    // 200 a second, so that it takes a while.
    orders: fromHere({ file: orders.file, arguments: ["200"] }),
  },
  over: ({ hasEnded }) =>
    hasEnded("analytics") && hasEnded("orders"),
  heldPoints: {
    "when results have come three times": {
      hold: hasResults,
      nth: THIRD,
      goesOn: true,
      kill: STREAMS,
      backAfterMs: 500,
    },
  },
  counts: (look) => ({
    ...countResults(look, RESULTS),
    "results before the kill": countResultsBefore(look),
  }),
  moving: ["results before the kill"],
  mustHold: {
    "every window has one result": ({ results }) =>
      results === WINDOWS,
    "every result is the right one": ({ equal }) =>
      equal === WINDOWS,
  },
} satisfies Scenario;

/** The programs are those beside the scenarios by hand. */
function fromHere(program: Program): Program {
  const file = path.posix.join(
    "../../kafka-streams",
    program.file,
  );
  return { ...program, file };
}

/** Records that had come when the third answer with some came. */
function countResultsBefore({ seen }: Look): number {
  return seen
    .filter(hasResults)
    .slice(0, THIRD)
    .flatMap(({ event }) =>
      event.kind === "response" ? event.records : [],
    ).length;
}
