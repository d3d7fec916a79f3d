import { readRecordBatches } from "./record-batch.ts";
import type { Struct } from "./kafka-values.ts";
import type { KafkaRecord } from "../wire-event.ts";

/** Returns the structs in an array field; none where the field is absent or null. */
export function structsIn(struct: Struct, field: string): readonly Struct[] {
  const value = struct[field];
  return Array.isArray(value) ? (value as readonly Struct[]) : [];
}

/** Returns a topic's name, or its id where the name is not known. */
export function nameTopic(topic: Struct, topicNames: ReadonlyMap<string, string>): string {
  const name = topic["Name"] ?? topic["Topic"];
  if (typeof name === "string") return name;
  const id = String(topic["TopicId"]);
  return topicNames.get(id) ?? id;
}

/** The id that Kafka gives for a topic that does not exist: 16 bytes of 0, as base64url. */
const NO_TOPIC = "A".repeat(22);

/** Learns names from the responses that give a topic's name and id: Metadata, CreateTopics, DescribeTopicPartitions. */
export function learnTopicNames(body: Struct, topicNames: Map<string, string>): void {
  for (const { Name: name, TopicId: id } of structsIn(body, "Topics")) {
    if (typeof name === "string" && typeof id === "string" && id !== NO_TOPIC)
      topicNames.set(id, name);
  }
}

/** Lists the records in a Produce request or a response to Fetch or ShareFetch. */
export function listRecords(
  kind: "request" | "response",
  api: string,
  body: Struct,
  topicNames: ReadonlyMap<string, string>,
): readonly KafkaRecord[] {
  if (kind === "request" && api === "Produce")
    return readTopics(structsIn(body, "TopicData"), "PartitionData", "Index", topicNames);
  if (kind === "response" && (api === "Fetch" || api === "ShareFetch"))
    return readTopics(structsIn(body, "Responses"), "Partitions", "PartitionIndex", topicNames);
  return [];
}

function readTopics(
  topics: readonly Struct[],
  partitionsField: string,
  indexField: string,
  topicNames: ReadonlyMap<string, string>,
): readonly KafkaRecord[] {
  return topics.flatMap((topic) =>
    structsIn(topic, partitionsField).flatMap(({ [indexField]: partition, Records: bytes }) =>
      bytes instanceof Uint8Array
        ? readRecordBatches(bytes).map((record) => ({
            topic: nameTopic(topic, topicNames),
            partition: Number(partition),
            ...record,
          }))
        : [],
    ),
  );
}
