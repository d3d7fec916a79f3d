// A topic and a group that no other test has.
import { randomUUID } from "node:crypto";
import {
  Admin,
  Consumer,
  Producer,
  stringSerializer,
} from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const bootstrapBrokers = KAFKA_BROKERS.split(",");
const clientId = "test";

export interface ATopic {
  readonly topic: string;
  /** A member of the topic's own group. */
  join: () => Consumer;
  /** The offset from which the group would go on. */
  committed: () => Promise<bigint | undefined>;
  /** Deletes the topic. */
  remove: () => Promise<void>;
}

// #region topic
/** Made for one test, and deleted after it. */
export async function makeTopic(): Promise<ATopic> {
  const topic = `test-${randomUUID()}`;
  const admin = new Admin({ clientId, bootstrapBrokers });
  await admin.createTopics({ topics: [topic], partitions: 1 });
  return {
    topic,
    join: () =>
      new Consumer({
        clientId,
        groupId: topic,
        bootstrapBrokers,
      }),
    async committed() {
      const groups = [topic];
      const [group] = await admin.listConsumerGroupOffsets({
        groups,
      });
      return group?.topics[0]?.partitions[0]?.committedOffset;
    },
    async remove() {
      await admin.deleteTopics({ topics: [topic] });
      await admin.close();
    },
  };
}
// #endregion topic

export async function publish(
  topic: string,
  events: readonly OrderEvent[],
): Promise<void> {
  const producer = new Producer<string, Buffer, string, string>({
    clientId,
    bootstrapBrokers,
    idempotent: true,
    retries: 5,
    serializers: { key: stringSerializer },
  });
  try {
    for (const event of events) {
      const value = Buffer.from(
        OrderEvent.encode(event).finish(),
      );
      const key = event.orderId;
      await producer.send({ messages: [{ topic, key, value }] });
    }
  } finally {
    await producer.close();
  }
}
