// Reads all that a topic of one partition has now.
import {
  Consumer,
  ListOffsetTimestamps,
  stringDeserializer,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

export interface ReadRecord {
  readonly offset: bigint;
  readonly key: string | undefined;
  /** None in a tombstone. */
  readonly value: string | undefined;
}

export async function readToTheEnd(
  topic: string,
): Promise<ReadRecord[]> {
  const reader = new Consumer({
    clientId: "reader",
    groupId: "reader",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    deserializers: {
      key: stringDeserializer,
      value: stringDeserializer,
    },
  });
  try {
    const topics = [topic];
    const ends = await reader.listOffsets({
      topics,
      timestamp: ListOffsetTimestamps.LATEST,
    });
    // The offset of the next record to be written.
    const end = ends.get(topic)?.[0] ?? 0n;
    const stream = await reader.consume({
      topics,
      mode: "earliest",
      autocommit: false,
    });
    const records: ReadRecord[] = [];
    for await (const { offset, key, value } of stream) {
      records.push({ offset, key, value });
      if (offset + 1n >= end) break;
    }
    return records;
  } finally {
    await reader.close();
  }
}
