// Orders on the log: a topic, made for one run.
import path from "node:path";
import {
  Admin,
  compatibilityPartitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";

const TOPIC = "order-events";
const PARTITIONS = 3;

export interface OrdersTopic {
  /** Resolves when the broker has all of them. */
  publish: (events: readonly OrderEvent[]) => Promise<void>;
  /** Deletes the topic, with all that is in it. */
  remove: () => Promise<void>;
}

/** There is no topic for this run. Says what to type. */
export class TopicError extends Error {
  override readonly name = "TopicError";
}

/**
 * Throws a TopicError when no broker answers, or when it has the
 * topic already and that must not be replaced.
 */
export async function createOrdersTopic(
  address: string,
  options: { readonly replace: boolean },
): Promise<OrdersTopic> {
  const orders = {
    clientId: "orders",
    bootstrapBrokers: address.split(","),
  };
  const admin = new Admin({ ...orders, retries: 0 });
  try {
    await makeRoom(admin, address, options.replace);
    await admin.createTopics({
      topics: [TOPIC],
      partitions: PARTITIONS,
      replicas: 1,
    });
  } catch (error) {
    await admin.close();
    throw error;
  }
  const producer = new Producer({
    ...orders,
    // A retry is written once.
    idempotent: true,
    // As in Java: a key has the same partition whoever sends.
    partitioner: compatibilityPartitioner,
    serializers: { ...stringSerializers, value: encode },
  });
  return {
    async publish(events) {
      const messages = events.map((event) => ({
        topic: TOPIC,
        key: event.orderId,
        headers: { "event-id": event.eventId },
        value: event,
      }));
      await producer.send({ messages });
    },
    async remove() {
      await producer.close();
      await admin.deleteTopics({ topics: [TOPIC] });
      await admin.close();
    },
  };
}

async function makeRoom(
  admin: Admin,
  address: string,
  replace: boolean,
): Promise<void> {
  const topics = await admin.listTopics().catch((cause) => {
    const message = `no-broker  no Kafka broker answers at "${address}"
  docker run -d -p 9092:9092 apache/kafka:4.4.0`;
    throw new TopicError(message, { cause });
  });
  if (!topics.includes(TOPIC)) return;
  if (!replace) {
    const file = process.argv[1] ?? "";
    const program = path.relative(process.cwd(), file);
    const message = `topic-exists  "${TOPIC}" is there already, perhaps with events
  To delete it with all that is in it: node ${program} --replace`;
    throw new TopicError(message);
  }
  await admin.deleteTopics({ topics: [TOPIC] });
}

function encode(event?: OrderEvent): Buffer | undefined {
  if (!event) return undefined;
  return Buffer.from(OrderEvent.encode(event).finish());
}
