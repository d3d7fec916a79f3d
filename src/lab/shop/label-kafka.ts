import { nameTopic, structsIn } from "../tap/kafka/kafka-topics.ts";
import type { KafkaEvent, KafkaRecord } from "../tap/wire-event.ts";

/** How many records of a partition a label names before it only counts the rest. */
const NAMED_RECORDS = 2;

/**
 * Labels a Kafka event: `Produce order-events-1 o-125.3`, `Fetch order-events-1: o-125.3, o-126.1 (+3)`,
 * `OffsetCommit warehouse order-events-1:167`, `Heartbeat`.
 */
export function labelOfKafka(event: KafkaEvent, topicNames: ReadonlyMap<string, string>): string {
  if (event.records.length > 0) return labelOfRecords(event);
  if (event.kind === "request" && event.api === "OffsetCommit")
    return [event.api, String(event.body["GroupId"]), ...listCommits(event, topicNames)].join(" ");
  return event.api;
}

function labelOfRecords({ api, kind, records }: KafkaEvent): string {
  const partitions = Map.groupBy(records, ({ topic, partition }) => `${topic}-${partition}`);
  const separator = kind === "request" ? " " : ": ";
  const labels = [...partitions].map(([partition, own]) => {
    const named = own.slice(0, NAMED_RECORDS).map(labelOfRecord).join(", ");
    const more = own.length > NAMED_RECORDS ? ` (+${own.length - NAMED_RECORDS})` : "";
    return `${partition}${separator}${named}${more}`;
  });
  return `${api} ${labels.join("; ")}`;
}

function labelOfRecord({ headers, key }: KafkaRecord): string {
  return headers["event-id"] ?? (key ? new TextDecoder().decode(key) : "a record without a key");
}

function listCommits(
  { body }: KafkaEvent,
  topicNames: ReadonlyMap<string, string>,
): readonly string[] {
  return structsIn(body, "Topics").flatMap((topic) =>
    structsIn(topic, "Partitions").map(
      ({ PartitionIndex: partition, CommittedOffset: offset }) =>
        `${nameTopic(topic, topicNames)}-${String(partition)}:${String(offset)}`,
    ),
  );
}
