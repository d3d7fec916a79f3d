// Reads so many records of order-events, as a member of a group.
import {
  Consumer,
  stringDeserializer,
} from "@platformatic/kafka";

export interface ReadEvent {
  readonly partition: number;
  readonly offset: bigint;
  readonly key: string | undefined;
  readonly eventId: string | undefined;
}

export interface ReadOptions {
  /** From the group's place, or from the start all the same. */
  readonly from: "committed" | "earliest";
  readonly count: number;
}

// #region read
/** Commits where it has got to, and leaves the group. */
export async function readEvents(
  groupId: string,
  { from, count }: ReadOptions,
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
      topics: ["order-events"],
      mode: from,
      fallbackMode: "earliest",
      autocommit: false,
    });
    const events: ReadEvent[] = [];
    const last = new Map<number, () => void | Promise<void>>();
    for await (const message of stream) {
      const { partition, offset, key, headers } = message;
      const eventId = headers.get("event-id");
      events.push({ partition, offset, key, eventId });
      last.set(partition, () => message.commit());
      if (events.length < count) continue;
      await Promise.all([...last.values()].map((it) => it()));
      break;
    }
    return events;
  } finally {
    await consumer.close();
  }
}
// #endregion read
