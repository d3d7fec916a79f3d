// What a client asks of its broker, read from the wire.
import type {
  Counts,
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";

type Path = readonly (string | number)[];

/** Name of a count → the API, and where its request has it. */
const ASKED: Readonly<Record<string, readonly [string, Path]>> = {
  acks: ["Produce", ["Acks"]],
  "produce timeout ms": ["Produce", ["TimeoutMs"]],
  "topics may be created": [
    "Metadata",
    ["AllowAutoTopicCreation"],
  ],
  "session timeout ms": ["JoinGroup", ["SessionTimeoutMs"]],
  "rebalance timeout ms": ["JoinGroup", ["RebalanceTimeoutMs"]],
  // -1 is the end of a partition, -2 its start.
  "first offset asked for": [
    "ListOffsets",
    ["Topics", 0, "Partitions", 0, "Timestamp"],
  ],
  "fetch max wait ms": ["Fetch", ["MaxWaitMs"]],
  "fetch min bytes": ["Fetch", ["MinBytes"]],
  "fetch max bytes": ["Fetch", ["MaxBytes"]],
  "fetch max bytes of a partition": [
    "Fetch",
    ["Topics", 0, "Partitions", 0, "PartitionMaxBytes"],
  ],
  // 0 is read_uncommitted, 1 is read_committed.
  "isolation level": ["Fetch", ["IsolationLevel"]],
};
const BATCH: Path = [
  "TopicData",
  0,
  "PartitionData",
  0,
  "Records",
];

/** A client runs by itself, and its requests are read. */
export function readRequestsOf(file: string): Scenario {
  return {
    story: "the standard run",
    brokers: 1,
    topics: [{ name: "order-events", partitions: 1 }],
    programs: { shop: { file } },
    over: ({ hasEnded }) => hasEnded("shop"),
    heldPoints: { nothing: {} },
    counts: countRequests,
    mustHold: {},
  };
}

function countRequests({ seen }: Look): Counts {
  const requests = seen.flatMap(({ event }) =>
    event.kind === "request" ? [event] : [],
  );
  const bodiesOf = (api: string) =>
    requests
      .filter((request) => request.api === api)
      .map(({ body }) => body);
  const [produce, ...others] = bodiesOf("Produce");
  return {
    ...Object.fromEntries(
      Object.entries(ASKED).map(([name, [api, path]]) => [
        name,
        numberAt(bodiesOf(api)[0], path),
      ]),
    ),
    "compression codec": codecOf(valueAt(produce, BATCH)),
    "requests for three sends at once": others.length,
    "producer ids asked for": bodiesOf("InitProducerId").length,
    "commits by itself":
      bodiesOf("OffsetCommit").length > 0 ? 1 : 0,
  };
}

/** @throws Error when there is no number, and no flag either */
function numberAt(body: unknown, path: Path): number {
  const value = valueAt(body, path);
  if (typeof value === "boolean") return value ? 1 : 0;
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  throw new Error(`no number at ${path.join(".")}`);
}

function valueAt(body: unknown, path: Path): unknown {
  let value = body;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The last three bits of a batch's attributes; 0 is none. */
function codecOf(batch: unknown): number {
  if (!(batch instanceof Uint8Array)) throw new Error("no batch");
  return (batch[22] ?? 0) & 7;
}
