// What the scenarios of "Killed at 500" on the log share.
import type {
  Counts,
  HeldPoint,
  Look,
  Match,
  Program,
  Topic,
} from "../../../src/lab/scenario.ts";

const EVENTS = 1_000;
const DOWN_MS = 2_000;
const BOOK = "warehouse.db";
const LINES = `select event_id, count(*) lines from work
  group by event_id`;

export const topics: readonly Topic[] = [
  { name: "order-events", partitions: 3 },
];

export const orders = { file: "publish.ts" } satisfies Program;

/** A Warehouse that says when it has joined its group. */
export function warehouseOf(file: string): Program {
  return { file, ready: "Warehouse: ready" };
}

// The Warehouse commits one event at a time: the 500th commit is
// that of the 500th event that it reads.
export const beforeTheWork = killedWhen({
  hold: isCommit("response"),
  nth: 499,
  goesOn: true,
  lock: BOOK,
  // Committed first it is soon seen; as written, never.
  until: ({ seen }) =>
    seen.filter(isCommit("response")).length >= 500,
  orAfterMs: 500,
});

export const afterTheWork = killedWhen({
  hold: isCommit("request"),
  nth: 500,
});

export const afterTheCommit = killedWhen({
  hold: isCommit("response"),
  nth: 500,
});

/** All is published, and nothing is left to be committed. */
export function allIsCommitted(look: Look): boolean {
  return look.hasEnded("orders") && committed(look) === EVENTS;
}

/** What the broker has been told, and what is in the book. */
export function countEvents(look: Look): Counts {
  const lines = look
    .rows(BOOK, LINES)
    .map((row) => Number(row["lines"]));
  return {
    sent: published(look),
    committed: committed(look),
    handled: lines.length,
    lost: EVENTS - lines.length,
    twice: lines.filter((count) => count > 1).length,
  };
}

/** Different events that reached the broker. */
export function published({ seen }: Look): number {
  const ids = seen.flatMap(({ event }) =>
    event.kind === "request" && event.api === "Produce"
      ? event.records.map(({ headers }) => headers["event-id"])
      : [],
  );
  return new Set(ids).size;
}

/**
 * The sum of the committed offsets: how many events the group
 * has behind it. A commit counts as soon as the broker answers.
 */
function committed({ seen }: Look): number {
  const asked = new Map<number, string>();
  const offsets = new Map<string, number>();
  for (const { event, label } of seen) {
    if (
      event.kind === "request" &&
      event.api === "OffsetCommit"
    ) {
      asked.set(event.correlationId, label);
    }
    if (
      event.kind === "response" &&
      event.api === "OffsetCommit"
    ) {
      const request = asked.get(event.correlationId) ?? "";
      for (const [partition, offset] of offsetsIn(request)) {
        offsets.set(partition, offset);
      }
    }
  }
  return [...offsets.values()].reduce((sum, it) => sum + it, 0);
}

/** "OffsetCommit warehouse order-events-1:167" → ["1", 167]. */
function offsetsIn(label: string): [string, number][] {
  const found = label.matchAll(/order-events-(\d+):(\d+)/g);
  return [...found].map(([, partition = "", offset]) => [
    partition,
    Number(offset),
  ]);
}

function isCommit(kind: "request" | "response"): Match {
  return ({ event }) =>
    event.kind === kind && event.api === "OffsetCommit";
}

/** The Warehouse is killed here, and is back 2 s later. */
function killedWhen(
  point: Omit<HeldPoint, "kill" | "backAfterMs">,
): HeldPoint {
  return { ...point, kill: "warehouse", backAfterMs: DOWN_MS };
}
