// Black Friday: a client stops, and 5,000 records wait.
import type {
  Look,
  Scenario,
  Seen,
} from "../../../src/lab/scenario.ts";

const RUNS = 5;
const RECORDS = RUNS * 1_000;
const OURS = RUNS * 796;

export default {
  story: "Black Friday",
  brokers: 1,
  topics: [{ name: "order-events", partitions: 3 }],
  programs: {
    edge: { file: "edge.ts", ready: "Edge: ready" },
    orders: {
      file: "publish-runs.ts",
      arguments: [String(RUNS)],
      ready: "Orders: all published",
    },
    client: {
      file: "read-and-stop.ts",
      arguments: [String(OURS)],
    },
  },
  over: ({ hasEnded }) => hasEnded("client"),
  heldPoints: { nothing: {} },
  counts(look) {
    const before = untilItLeaves(look);
    const fetched = fetchedBy("edge", before);
    return {
      records: RECORDS,
      "read by the edge": fetched,
      "read ahead": fetched - passedTo("client", before),
    };
  },
  // Where a batch ends, and how much is on its way.
  moving: ["read by the edge", "read ahead"],
  mustHold: {
    "the edge reads at most 1,000 records ahead": (counts) =>
      (counts["read ahead"] ?? RECORDS) <= 1_000,
  },
  without: {
    file: "edge.ts",
    line: `    serverStream<FollowOrdersRequest, Delivery>((_, signal) =>
      deliveries(
        warehouseOf(metadata),
        request.afterCursor,
        AbortSignal.any([signal, draining.signal]),
      ),
    )(call);`,
    instead: `    void (async () => {
      const answers = deliveries(
        warehouseOf(metadata),
        request.afterCursor,
        draining.signal,
      );
      for await (const answer of answers) call.write(answer);
    })().catch(() => call.end());`,
    says: "with a write that nobody waits for",
    fails: { at: "nothing", counts: { records: RECORDS } },
  },
} satisfies Scenario;

/** What crossed the wires until the client has left. */
function untilItLeaves({ seen }: Look): readonly Seen[] {
  const end = seen.findIndex(
    ({ from, event }) =>
      from === "client" && event.kind === "reset",
  );
  if (end < 0) throw new Error("the client has not left");
  return seen.slice(0, end);
}

/** Different records that brokers have sent to this program. */
function fetchedBy(role: string, seen: readonly Seen[]): number {
  const records = seen.flatMap(({ to, event }) =>
    to === role && event.kind === "response"
      ? event.records.map((it) => `${it.partition}:${it.offset}`)
      : [],
  );
  return new Set(records).size;
}

/** The records up to the last delivery: the cursor's sum. */
function passedTo(role: string, seen: readonly Seen[]): number {
  const cursors = seen
    .filter(({ to }) => to === role)
    .map(({ label }) => /^Delivery (\S+)/.exec(label)?.[1])
    .filter((cursor) => cursor !== undefined);
  const pairs = (cursors.at(-1) ?? "").split(",");
  return pairs
    .map((pair) => Number(pair.split(":")[1]))
    .reduce((sum, offset) => sum + offset, 0);
}
