import { readRecordBatches } from "./record-batch.ts";
import type { Struct } from "./kafka-values.ts";
import type { KafkaRecord } from "../wire-event.ts";

/** The structs in an array field; none where the field is absent or null. */
export function structsIn(struct: Struct, field: string): readonly Struct[] {
  const value = struct[field];
  return Array.isArray(value) ? (value as readonly Struct[]) : [];
}

/** A topic's name, or its id where `topicNames` does not know it. */
export function nameTopic(topic: Struct, topicNames: ReadonlyMap<string, string>): string {
  const name = topic["Name"] ?? topic["Topic"];
  if (typeof name === "string") return name;
  const id = String(topic["TopicId"]);
  return topicNames.get(id) ?? id;
}

/** The id of a topic that does not exist. */
const NO_TOPIC = "A".repeat(22);

/** Learns names from the responses that give a topic's name and id: Metadata, CreateTopics, DescribeTopicPartitions. */
export function learnTopicNames(body: Struct, topicNames: Map<string, string>): void {
  for (const { Name: name, TopicId: id } of structsIn(body, "Topics")) {
    if (typeof name === "string" && typeof id === "string" && id !== NO_TOPIC)
      topicNames.set(id, name);
  }
}

/** The records that a Produce request or a Fetch response carries. */
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
