// What the scenarios of every client's Orders share.
import type {
  Counts,
  HeldPoint,
  Look,
  Program,
  Scenario,
  Seen,
  Topic,
} from "../../../src/lab/scenario.ts";
import { standardRun } from "../shop/standard-run.ts";

const ORDER = standardRun().map(({ eventId }) => eventId);
const TOPIC = "order-events";
const EVERY_TENTH = ORDER.slice(0, 100).filter(
  (_, index) => index % 10 === 9,
);
/** Half of them have been sent by then. */
const HELD_FROM = 150;

const threeReplicas: readonly Topic[] = [
  { name: TOPIC, partitions: 3, replicas: 3 },
];

const reader = {
  file: "read-to-the-end.ts",
  arguments: [TOPIC],
} satisfies Program;

/** This Orders publishes; then the log is read. */
export function publishedBy(file: string) {
  return {
    story: "Swallowed acks, and the lost leader",
    brokers: 3,
    topics: threeReplicas,
    programs: {
      orders: { file, ready: "Orders: every send has ended" },
      reader,
    },
    over: ({ hasEnded }) =>
      hasEnded("orders") && hasEnded("reader"),
    heldPoints: {
      "10 connections break before an answer": brokenOff,
      "a leader dies before it answers": leaderDies,
    },
    counts: countSends,
    moving: [
      "acknowledged",
      "failed",
      "failed, yet written",
      "lost",
      "twice",
      "out of order",
    ],
  } satisfies Partial<Scenario>;
}

/** At every tenth of the first 100 events, the first time. */
const brokenOff: HeldPoint = {
  cutBefore(answer, before) {
    const request = requestOf(answer, before);
    if (request === undefined) return false;
    const sends = before.flatMap(producedBy);
    return producedBy(request).some(
      (id) =>
        EVERY_TENTH.includes(id) &&
        sends.filter((it) => it === id).length === 1,
    );
  },
};

/** What it has written it has not said yet. */
const leaderDies: HeldPoint = {
  hold(answer, before) {
    const request = requestOf(answer, before);
    return (
      request !== undefined && isTo(request, 0) && isLate(request)
    );
  },
  killLeaderOf: { topic: TOPIC, partition: 0 },
};

/** The Produce request that a broker answers. */
export function requestOf(
  { event, from }: Seen,
  before: readonly Seen[],
): Seen | undefined {
  if (event.kind !== "response" || event.api !== "Produce") {
    return undefined;
  }
  const { correlationId } = event;
  return before.findLast(
    (it) =>
      it.to === from &&
      it.event.kind === "request" &&
      it.event.correlationId === correlationId,
  );
}

function isTo({ event }: Seen, partition: number): boolean {
  return (
    event.kind === "request" &&
    event.records.some((it) => it.partition === partition)
  );
}

function isLate(request: Seen): boolean {
  return producedBy(request).some(
    (id) => ORDER.indexOf(id) >= HELD_FROM,
  );
}

/** Ids in a Produce request. */
export function producedBy({ event }: Seen): string[] {
  return event.kind === "request" && event.api === "Produce"
    ? event.records.map(
        ({ headers }) => headers["event-id"] ?? "",
      )
    : [];
}

/** What Orders was told, and what is in the log. */
function countSends(look: Look): Counts {
  const sends = look.rows("orders.db", "select * from sends");
  const idOf = (row: (typeof sends)[number]) =>
    String(row["event_id"]);
  const [failed, acknowledged] = [false, true].map((wasTold) =>
    sends
      .filter(({ error }) => (error === null) === wasTold)
      .map(idOf),
  );
  return {
    sent: sends.length,
    ...countOutcomes(look, acknowledged ?? [], failed ?? []),
  };
}

/** Of the events that the client says are there, or are not. */
export function countOutcomes(
  look: Look,
  acknowledged: readonly string[],
  failed: readonly string[],
) {
  const log = recordsRead(look);
  const times = Map.groupBy(log.flat(), (id) => id);
  const written = failed.filter((id) => times.has(id));
  const lost = acknowledged.filter((id) => !times.has(id));
  const repeated = [...times.values()].filter(
    ({ length }) => length > 1,
  );
  return {
    acknowledged: acknowledged.length,
    failed: failed.length,
    "failed, yet written": written.length,
    lost: lost.length,
    twice: repeated.length,
    "out of order": log
      .map(countOvertaken)
      .reduce((sum, it) => sum + it, 0),
  } satisfies Counts;
}

/** Ids in each partition, in the order of the log. */
function recordsRead({ seen }: Look): string[][] {
  const partitions = new Map<number, Map<number, string>>();
  for (const { to, event } of seen) {
    if (to !== "reader" || event.kind !== "response") continue;
    if (event.api !== "Fetch") continue;
    for (const { partition, offset, headers } of event.records) {
      const records = partitions.get(partition) ?? new Map();
      records.set(offset, headers["event-id"] ?? "");
      partitions.set(partition, records);
    }
  }
  return [...partitions.values()].map((records) =>
    [...records].sort(([a], [b]) => a - b).map(([, id]) => id),
  );
}

/** How many of them come after one that was sent later. */
function countOvertaken(ids: readonly string[]): number {
  let last = -1;
  let overtaken = 0;
  for (const id of new Set(ids)) {
    const place = ORDER.indexOf(id);
    if (place < last) overtaken += 1;
    else last = place;
  }
  return overtaken;
}
