// What the scenarios of the outbox share.
import type {
  Look,
  Match,
  Seen,
  Topic,
} from "../../../src/lab/scenario.ts";

export const DOWN_MS = 1_000;
export const topics: readonly Topic[] = [
  { name: "order-events", partitions: 3 },
];

/** How many rows a query returns. */
export function rowsOf(look: Look, query: string): number {
  return look.rows("postgres", query).length;
}

/** Produce requests or responses of this program. */
export function isProduce(
  kind: "request" | "response",
  role: string,
): Match {
  return ({ event, from, to }) =>
    event.kind === kind &&
    event.api === "Produce" &&
    (kind === "request" ? from : to) === role;
}

/** Event id → how often the broker has acknowledged it. */
export function acknowledged({ seen }: Look) {
  const asked = new Map<string, string[]>();
  const times = new Map<string, number>();
  for (const one of seen) {
    const { event, from, to } = one;
    if (event.kind !== "request" && event.kind !== "response")
      continue;
    if (event.api !== "Produce") continue;
    const role = event.kind === "request" ? from : to;
    const request = `${role} ${event.correlationId}`;
    if (event.kind === "request") asked.set(request, idsIn(one));
    for (const id of event.kind === "response"
      ? (asked.get(request) ?? [])
      : []) {
      times.set(id, (times.get(id) ?? 0) + 1);
    }
  }
  return times;
}

/** Orders, and what the broker has of their events. */
export function countPublished(look: Look) {
  const orders = rowsOf(look, "select 1 from orders");
  const times = acknowledged(look);
  return {
    orders,
    published: times.size,
    "without event": orders - times.size,
    twice: [...times.values()].filter((it) => it > 1).length,
  };
}

function idsIn({ event }: Seen): string[] {
  if (event.kind !== "request") return [];
  return event.records.map(
    ({ headers }) => headers["event-id"] ?? "",
  );
}
