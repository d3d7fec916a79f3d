// Reads so many records of a topic, as the member of a group.
import {
  Consumer,
  type Message,
  stringDeserializer,
} from "@platformatic/kafka";
import type { ReadEvent, ReadOptions } from "./what-was-read.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

type EventMessage = Message<string, Buffer, string, string>;

// #region read
/** Commits the last offset of each partition, and leaves. */
export async function readEvents(
  groupId: string,
  { topic = "order-events", from, count }: ReadOptions,
): Promise<ReadEvent[]> {
  const consumer = new Consumer({
    clientId: groupId,
    groupId,
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    deserializers: {
      key: stringDeserializer,
      headerKey: stringDeserializer,
      headerValue: stringDeserializer,
    },
  });
  try {
    const stream = await consumer.consume({
      topics: [topic],
      mode: from,
      fallbackMode: "earliest",
      autocommit: false,
    });
    const events: ReadEvent[] = [];
    const last = new Map<number, EventMessage>();
    for await (const message of stream) {
      const { partition, offset, key, headers } = message;
      const eventId = headers.get("event-id");
      events.push({ partition, offset, key, eventId });
      last.set(partition, message);
      if (events.length < count) continue;
      for (const one of last.values()) await one.commit();
      break;
    }
    return events;
  } finally {
    await consumer.close();
  }
}
// #endregion read
