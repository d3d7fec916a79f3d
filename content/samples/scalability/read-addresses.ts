// Reads all that a compacted topic of any partitions has now.
import {
  Consumer,
  ListOffsetTimestamps,
  stringDeserializer,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

export interface Address {
  readonly key: string;
  /** None in a tombstone. */
  readonly value: string | undefined;
}

/** Of an order several, while the topic is not compacted. */
export async function readAddresses(
  topic: string,
): Promise<Address[]> {
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
    const timestamp = ListOffsetTimestamps.LATEST;
    const ends = await reader.listOffsets({ topics, timestamp });
    const open = new Map(
      (ends.get(topic) ?? [])
        .map((end, partition) => [partition, end] as const)
        .filter(([, end]) => end > 0n),
    );
    const addresses: Address[] = [];
    if (open.size === 0) return addresses;
    const stream = await reader.consume({
      topics,
      mode: "earliest",
      autocommit: false,
    });
    for await (const record of stream) {
      const { partition, offset, key, value } = record;
      addresses.push({ key, value });
      // The last record of a partition is never compacted away.
      if (offset + 1n >= (open.get(partition) ?? 0n)) {
        open.delete(partition);
      }
      if (open.size === 0) break;
    }
    return addresses;
  } finally {
    await reader.close();
  }
}
