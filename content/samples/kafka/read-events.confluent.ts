// Reads so many records of a topic, by Confluent's client.
import { KafkaJS } from "@confluentinc/kafka-javascript";
import type { ReadEvent, ReadOptions } from "./what-was-read.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// #region read
/** Commits where it has got to, and leaves the group. */
export async function readEvents(
  groupId: string,
  { topic = "order-events", from, count }: ReadOptions,
): Promise<ReadEvent[]> {
  const kafka = new KafkaJS.Kafka({
    kafkaJS: {
      clientId: groupId,
      brokers: KAFKA_BROKERS.split(","),
      logLevel: KafkaJS.logLevel.ERROR,
    },
  });
  const consumer = kafka.consumer({
    kafkaJS: { groupId, fromBeginning: true, autoCommit: false },
    // The consumer begins at the offsets that this returns.
    rebalance_cb: (
      _: unknown,
      given: KafkaJS.TopicPartition[],
    ) =>
      from === "earliest"
        ? given.map((it) => ({ ...it, offset: 0 }))
        : given,
  });
  const done = Promise.withResolvers<void>();
  const events: ReadEvent[] = [];
  const next = new Map<number, string>();
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic] });
    await consumer.run({
      eachMessage: async ({ partition, message }) => {
        if (events.length === count) return;
        const offset = BigInt(message.offset);
        const key = message.key?.toString();
        const eventId = message.headers?.["event-id"]?.toString();
        events.push({ partition, offset, key, eventId });
        next.set(partition, String(offset + 1n));
        if (events.length === count) done.resolve();
      },
    });
    await done.promise;
    const places = [...next].map(([partition, offset]) => ({
      topic,
      partition,
      offset,
    }));
    await consumer.commitOffsets(places);
    return events;
  } finally {
    await consumer.disconnect();
  }
}
// #endregion read
