// What the scenarios of "Killed at 500" on the log share.
import type {
  Counts,
  Look,
  Match,
  Program,
  Scenario,
  Topic,
} from "../../../src/lab/scenario.ts";
import {
  BOOK,
  countHandled,
  EVENTS,
  killedWhen,
} from "./killed-at-500.scenario-parts.ts";

export const topics: readonly Topic[] = [
  { name: "order-events", partitions: 3 },
];

export const orders = { file: "publish.ts" } satisfies Program;

/** Orders publishes, and this Warehouse reads. */
export function readBy(file: string) {
  return {
    story: "Killed at 500",
    brokers: 1,
    topics,
    programs: {
      warehouse: {
        file: "start-as.ts",
        arguments: ["warehouse-0", file],
        ready: "Warehouse: ready",
      },
      orders,
    },
    over: allIsCommitted,
    counts: countEvents,
  } satisfies Partial<Scenario>;
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
function allIsCommitted(look: Look): boolean {
  return look.hasEnded("orders") && committed(look) === EVENTS;
}

/** What the broker has been told, and what is in the book. */
function countEvents(look: Look): Counts {
  return {
    sent: published(look),
    committed: committed(look),
    ...countHandled(look),
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
