// What a client asks of its broker, read from the wire.
import type {
  Counts,
  Look,
  Scenario,
} from "../../../src/lab/scenario.ts";
import type { KafkaEvent } from "../../../src/lab/tap/wire-event.ts";

/** A client is run by itself, and its requests are read. */
export function readRequestsOf(file: string): Scenario {
  return {
    story: "the standard run",
    brokers: 1,
    topics: [{ name: "order-events", partitions: 1 }],
    programs: { shop: { file } },
    over: ({ hasEnded }) => hasEnded("shop"),
    heldPoints: { nothing: {} },
    counts: countRequests,
    mustHold: {
      "a request for three sends each, no batch of them": (
        counts,
      ) => counts["requests for three sends at once"] === 3,
    },
  };
}

function countRequests({ seen }: Look): Counts {
  const requests = seen.flatMap(({ event }) =>
    event.kind === "request" ? [event] : [],
  );
  const all = (api: string): KafkaEvent[] =>
    requests.filter((it) => it.api === api);
  const first = (api: string, ...path: Path): number =>
    numberAt(all(api)[0]?.body, path);
  const topic = ["TopicData", 0, "PartitionData", 0] as const;
  return {
    acks: first("Produce", "Acks"),
    "produce timeout ms": first("Produce", "TimeoutMs"),
    "compression codec": codecOf(
      valueAt(all("Produce")[0]?.body, [...topic, "Records"]),
    ),
    // One was sent before.
    "requests for three sends at once": all("Produce").length - 1,
    "producer ids asked for": all("InitProducerId").length,
    "topics may be created": first(
      "Metadata",
      "AllowAutoTopicCreation",
    ),
    "session timeout ms": first("JoinGroup", "SessionTimeoutMs"),
    "rebalance timeout ms": first(
      "JoinGroup",
      "RebalanceTimeoutMs",
    ),
    "first offset asked for": first(
      "ListOffsets",
      ...(["Topics", 0, "Partitions", 0, "Timestamp"] as const),
    ),
    "fetch max wait ms": first("Fetch", "MaxWaitMs"),
    "fetch min bytes": first("Fetch", "MinBytes"),
    "fetch max bytes": first("Fetch", "MaxBytes"),
    "fetch max bytes of a partition": first(
      "Fetch",
      ...(["Topics", 0, "Partitions", 0] as const),
      "PartitionMaxBytes",
    ),
    "isolation level": first("Fetch", "IsolationLevel"),
    "commits by itself": Math.min(1, all("OffsetCommit").length),
  };
}

type Path = readonly (string | number)[];

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (it, key) =>
      typeof it === "object" && it !== null
        ? Reflect.get(it, key)
        : undefined,
    value,
  );
}

/** @throws Error when there is no such number or flag */
function numberAt(value: unknown, path: Path): number {
  const found = valueAt(value, path);
  if (
    typeof found === "number" ||
    typeof found === "bigint" ||
    typeof found === "boolean"
  ) {
    return Number(found);
  }
  throw new Error(`no number at ${path.join(".")}`);
}

/** The last three bits of a batch's attributes; 0 is none. */
function codecOf(batch: unknown): number {
  if (!(batch instanceof Uint8Array)) throw new Error("no batch");
  return (batch[22] ?? 0) & 7;
}
