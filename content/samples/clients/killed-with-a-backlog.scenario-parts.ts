// What the scenarios of every client's Warehouse share.
import type {
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  BOOK,
  countHandled,
  EVENTS,
  killedWhen,
} from "../guaranteed-delivery/killed-at-500.scenario-parts.ts";
import { topics } from "../guaranteed-delivery/killed-on-the-log.scenario-parts.ts";

const KILLED_AT = 500;
/** Longer than a session that nobody ended. */
const QUIET_MS = 9_000;

/** 1,000 events wait for this Warehouse when it starts. */
export function workedOffBy(file: string) {
  return {
    story: "Killed at 500",
    brokers: 1,
    topics,
    programs: {
      orders: {
        file: "../guaranteed-delivery/publish.ts",
        ready: `${EVENTS} acknowledged`,
      },
      warehouse: { file },
    },
    over: hasGoneQuiet,
    heldPoints: {
      "while a backlog is worked off": killedWhen({
        until: (look) => countHandled(look).handled >= KILLED_AT,
      }),
    },
    counts: countHandled,
    moving: ["handled", "lost", "twice"],
  } satisfies Partial<Scenario>;
}

/** Nothing more has been written for a while. */
function hasGoneQuiet({ rows }: Look): boolean {
  const [last] = rows(BOOK, "select max(at_ms) at from work");
  return (
    Date.now() - Number(last?.["at"] ?? Date.now()) > QUIET_MS
  );
}
