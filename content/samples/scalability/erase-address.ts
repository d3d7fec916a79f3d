// Erases a customer's address from a compacted topic.
import {
  type Admin,
  compatibilityPartitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// #region open
/** Keys are orders, and values addresses. */
export function openAddresses() {
  return new Producer({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    idempotent: true,
    // A tombstone erases only in the partition where it lies.
    partitioner: compatibilityPartitioner,
    serializers: stringSerializers,
  });
}
// #endregion open

type Addresses = ReturnType<typeof openAddresses>;

// #region erase
/** Tombstones: records with a key and no value. */
export async function erase(
  addresses: Addresses,
  topic: string,
  keys: readonly string[],
): Promise<void> {
  const messages = keys.map((key) => ({ topic, key }));
  await addresses.send({ messages });
}

/** One record for each partition; call it on a timer. */
export async function beat(
  addresses: Addresses,
  admin: Admin,
  topic: string,
): Promise<void> {
  const { topics } = await admin.metadata({ topics: [topic] });
  const count = topics.get(topic)?.partitionsCount ?? 0;
  const messages = Array.from({ length: count }, (_, it) => ({
    topic,
    partition: it,
    // Always the same key, so compaction keeps one of them.
    key: "heartbeat",
    value: new Date().toISOString(),
  }));
  await addresses.send({ messages });
}
// #endregion erase
