// What the scenarios with Debezium as the relay share.
import type {
  HeldPoint,
  Look,
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";
import {
  DOWN_MS,
  rowsOf,
  topics,
} from "./outbox.scenario-parts.ts";

export const ORDERS = 100;
/** Batches have 10 events: half of the sixth is sent. */
const NTH = 55;

/** All orders are placed, and then Debezium relays them. */
export const withDebezium = {
  story: "",
  brokers: 1,
  database: "postgres",
  topics,
} satisfies Partial<Scenario>;

export const beforeItArrives: HeldPoint = {
  hold: ({ event, from }) =>
    event.kind === "request" &&
    event.api === "Produce" &&
    from === "relay",
  nth: NTH,
  kill: "relay",
  backAfterMs: DOWN_MS,
};

export const afterTheAcknowledgement: HeldPoint = {
  hold: ({ event, to }) =>
    event.kind === "response" &&
    event.api === "Produce" &&
    to === "relay",
  nth: NTH,
  kill: "relay",
  backAfterMs: DOWN_MS,
};

/** Id in the header → how often the broker acknowledged it. */
export function acknowledged({ seen }: Look) {
  const asked = new Map<number, readonly string[]>();
  const times = new Map<string, number>();
  for (const one of seen.filter(isOfTheRelay)) {
    const { event } = one;
    if (event.kind === "request") {
      asked.set(event.correlationId, idsIn(one));
    } else if (event.kind === "response") {
      for (const id of asked.get(event.correlationId) ?? [])
        times.set(id, (times.get(id) ?? 0) + 1);
    }
  }
  return times;
}

/** Orders, and what the broker has of their events. */
export function countRelayed(look: Look) {
  const orders = rowsOf(look, "select 1 from orders");
  const times = acknowledged(look);
  return {
    orders,
    published: times.size,
    "without event": orders - times.size,
    twice: [...times.values()].filter((it) => it > 1).length,
  };
}

/** The last event of the outbox has been acknowledged. */
export function isRelayed(look: Look): boolean {
  return acknowledged(look).has(`o-${ORDERS}.1`);
}

function isOfTheRelay({ event, from, to }: Seen): boolean {
  return (
    (event.kind === "request" && from === "relay") ||
    (event.kind === "response" && to === "relay")
  );
}

function idsIn({ event }: Seen): string[] {
  if (event.kind !== "request" || event.api !== "Produce")
    return [];
  return event.records.map(({ headers }) => headers["id"] ?? "");
}
