// Reads so many records of a topic in a group, by KafkaJS.
import { Kafka, logLevel } from "kafkajs";
import type { ReadEvent, ReadOptions } from "./what-was-read.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// #region read
/** Commits where it has got to, and leaves the group. */
export async function readEvents(
  groupId: string,
  { topic = "order-events", from, count }: ReadOptions,
): Promise<ReadEvent[]> {
  const kafka = new Kafka({
    clientId: groupId,
    brokers: KAFKA_BROKERS.split(","),
    logLevel: logLevel.ERROR,
  });
  const consumer = kafka.consumer({
    groupId,
    retry: {
      // By default a consumer that fails restarts, without end.
      restartOnFailure: async ({ name }) =>
        name !== "KafkaJSNumberOfRetriesExceeded",
    },
  });
  const { CRASH, GROUP_JOIN } = consumer.events;
  const done = Promise.withResolvers<void>();
  consumer.on(CRASH, ({ payload }) => {
    if (!payload.restart) done.reject(payload.error);
  });
  consumer.on(GROUP_JOIN, ({ payload }) => {
    if (from !== "earliest") return;
    const partitions = payload.memberAssignment[topic] ?? [];
    // Offset 0 stands for the first one that is still there.
    for (const partition of partitions)
      consumer.seek({ topic, partition, offset: "0" });
  });
  const events: ReadEvent[] = [];
  const next = new Map<number, string>();
  try {
    await consumer.connect();
    await consumer.subscribe({
      topics: [topic],
      fromBeginning: true,
    });
    await consumer.run({
      autoCommit: false,
      eachMessage: async ({ partition, message }) => {
        if (events.length === count) return;
        const offset = BigInt(message.offset);
        const key = message.key?.toString();
        const eventId = message.headers?.["event-id"]?.toString();
        events.push({ partition, offset, key, eventId });
        next.set(partition, String(offset + 1n));
        if (events.length < count) return;
        const places = [...next].map(([partition, offset]) => ({
          topic,
          partition,
          offset,
        }));
        await consumer.commitOffsets(places);
        done.resolve();
      },
    });
    await done.promise;
    return events;
  } finally {
    await consumer.disconnect();
  }
}
// #endregion read
