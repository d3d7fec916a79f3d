// Orders publishes, the followers pause, and the leader is killed.
import type {
  Counts,
  HeldPoint,
  Look,
  Program,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  countOutcomes,
  producedBy,
} from "../clients/two-faults.scenario-parts.ts";
import { standardRun } from "../shop/standard-run.ts";

const TOPIC = "order-events";
const EVENTS = 20;
const [firstUnderPause] = standardRun().slice(10);
/** Any acknowledgement that needs no follower is there by then. */
const PATIENCE_MS = 1_000;

const acknowledged = ({ output }: Look): string[] =>
  output("orders")
    .filter((line) => line.endsWith(": acknowledged"))
    .map((line) => line.split(":")[0] ?? "");

/** The event that the leader alone can have now. */
const leaderDies: HeldPoint = {
  hold: (seen) =>
    producedBy(seen).some(
      (id) => id === firstUnderPause?.eventId,
    ),
  goesOn: true,
  until: (look) => acknowledged(look).length === EVENTS,
  orAfterMs: PATIENCE_MS,
  killLeaderOf: { topic: TOPIC, partition: 0 },
};

function countEvents(look: Look): Counts {
  const { failed: _, ...counts } = countOutcomes(
    look,
    acknowledged(look),
    [],
  );
  return {
    acknowledged: counts.acknowledged,
    lost: counts.lost,
    twice: counts.twice,
    "out of order": counts["out of order"],
  };
}

/** Orders, the program that pauses brokers, and a reader. */
export function publishedWhilePaused(programs: {
  readonly orders: Program;
  readonly pause: Program;
  readonly reader: Program;
}) {
  const { orders, pause, reader } = programs;
  return {
    story: "a leader dies ahead of its followers",
    brokers: 3,
    programs: {
      pause: { ...pause, ready: "Pause: ready" },
      orders: {
        ...orders,
        ready: "Orders: every send has ended",
      },
      reader: { ...reader, arguments: [TOPIC] },
    },
    over: ({ hasEnded }) =>
      hasEnded("orders") && hasEnded("reader"),
    heldPoints: {
      "the leader is killed while its followers pause":
        leaderDies,
    },
    counts: countEvents,
  } satisfies Partial<Scenario>;
}
