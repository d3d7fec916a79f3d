// What the scenarios of "Killed at 500" on the wire share.
import type {
  Counts,
  Look,
  Match,
  Program,
  Scenario,
} from "../../../src/lab/scenario.ts";
import {
  BOOK,
  countHandled,
  killedWhen,
} from "./killed-at-500.scenario-parts.ts";

export const warehouse = {
  file: "acknowledge.ts",
  ready: "Warehouse: ready",
} satisfies Program;

const beforeTheWork = killedWhen({
  hold: delivery(500),
  goesOn: true,
  lock: BOOK,
  // Acknowledged first it is soon seen; as written, never.
  until: haveSeen(handled(500)),
  orAfterMs: 500,
});

/**
 * The work of 500 is done and its acknowledgement on its way.
 * 501 waits as well: its work must not be done by then.
 */
export const workIsDone = [delivery(501), handled(500)];

export const afterTheWork = killedWhen({ hold: workIsDone });

export const afterTheAcknowledgement = killedWhen({
  hold: delivery(501),
  until: haveSeen(handled(500)),
});

/** The three instants at which an acknowledgement matters. */
export const aroundTheWork = {
  "before the work": beforeTheWork,
  "after the work, before the acknowledgement": afterTheWork,
  "after the acknowledgement": afterTheAcknowledgement,
};

/** Orders pushes to this Warehouse, and keeps what it must. */
export function pushedTo(file: string) {
  return {
    story: "Killed at 500",
    programs: {
      warehouse: { ...warehouse, file },
      orders: { file: "push-and-resume.ts" },
    },
    over: ordersHasEnded,
    counts: countEvents,
  } satisfies Partial<Scenario>;
}

/** "Delivery 500 o-125.3" on its way to the Warehouse. */
export function delivery(place: number): Match {
  return ({ to, label }) =>
    to === "warehouse" && label.startsWith(`Delivery ${place} `);
}

export function haveSeen(match: Match): (look: Look) => boolean {
  return ({ seen }) => seen.some(match);
}

export function ordersHasEnded({ hasEnded }: Look): boolean {
  return hasEnded("orders");
}

/** What Orders believes, and what is in the book. */
export function countEvents(look: Look) {
  return {
    ...countSent(look),
    acknowledged: lastAcknowledged(look),
    ...countHandled(look),
  } satisfies Counts;
}

export function countSent({ output }: Look) {
  return {
    sent: numberBefore(" sent", output("orders")),
  } satisfies Counts;
}

/** "This one and all before it", so that the last one counts. */
function lastAcknowledged({ seen }: Look): number {
  const places = seen
    .filter(({ to }) => to === "orders")
    .map(({ label }) => /^Handled (\d+)$/.exec(label)?.[1])
    .map((place) => Number(place ?? 0));
  return Math.max(0, ...places);
}

/** The line "1000 sent" → 1000. */
function numberBefore(
  words: string,
  output: readonly string[],
): number {
  const line = output.find((it) => it.endsWith(words));
  return Number(line?.slice(0, -words.length) ?? 0);
}

function handled(place: number): Match {
  return ({ to, label }) =>
    to === "orders" && label === `Handled ${place}`;
}
