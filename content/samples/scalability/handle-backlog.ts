// Reads a group's backlog, handles it in rounds, then commits.
import {
  Consumer,
  type Message,
  stringDeserializer,
} from "@platformatic/kafka";
import type { ReadEvent } from "../kafka/what-was-read.ts";
import { handle } from "./in-rounds.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

export interface Backlog {
  /** Records that the group has not committed. */
  readonly count: number;
  /** A partition that is left as it is. */
  readonly without?: number;
}

/** How many events it has handled. */
export async function handleBacklog(
  topic: string,
  groupId: string,
  { count, without }: Backlog,
): Promise<number> {
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
      mode: "committed",
      fallbackMode: "earliest",
      autocommit: false,
    });
    const events: ReadEvent[] = [];
    type EventMessage = Message<string, Buffer, string, string>;
    const last = new Map<number, EventMessage>();
    let left = count;
    for await (const message of stream) {
      const { partition, offset, key, headers } = message;
      if (partition !== without) {
        const eventId = headers.get("event-id");
        events.push({ partition, offset, key, eventId });
        last.set(partition, message);
      }
      left -= 1;
      if (left > 0) continue;
      handle(topic, events);
      for (const one of last.values()) await one.commit();
      break;
    }
    return events.length;
  } finally {
    await consumer.close();
  }
}
