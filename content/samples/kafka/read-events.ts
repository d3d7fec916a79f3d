// Reads so many records of a topic, as the member of a group.
import {
  Consumer,
  type Message,
  stringDeserializer,
} from "@platformatic/kafka";
import type { ReadEvent, ReadOptions } from "./what-was-read.ts";

type Record = Message<string, Buffer, string, string>;

// #region read
/** Commits where it has got to, and leaves the group. */
export async function readEvents(
  groupId: string,
  { topic = "order-events", from, count }: ReadOptions,
): Promise<ReadEvent[]> {
  const consumer = new Consumer({
    clientId: groupId,
    groupId,
    bootstrapBrokers: ["localhost:9092"],
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
    const last = new Map<number, Record>();
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
