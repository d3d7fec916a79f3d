// Reads all that a topic of one partition has now.
import {
  Consumer,
  ListOffsetTimestamps,
  stringDeserializer,
} from "@platformatic/kafka";

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
    bootstrapBrokers: ["localhost:9092"],
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
    // Where the next record will be.
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
