// Orders' side of the topic: its producer, and what a record is.
import {
  compatibilityPartitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// #region producer
export function openOrders() {
  return new Producer({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    // All replicas in sync have it, and a retry is written once.
    idempotent: true,
    // As in Java: a key has the same partition whoever sends.
    partitioner: compatibilityPartitioner,
    serializers: { ...stringSerializers, value: encode },
  });
}

function encode(event?: OrderEvent): Buffer | undefined {
  if (!event) return undefined;
  return Buffer.from(OrderEvent.encode(event).finish());
}
// #endregion producer

// #region record
/** An event as a record of the topic. */
export function recordOf(event: OrderEvent) {
  return {
    topic: "order-events",
    // The key decides the partition: one for all events of an
    // order.
    key: event.orderId,
    // A consumer can find duplicates without decoding the value.
    headers: { "event-id": event.eventId },
    value: event,
  };
}
// #endregion record

// #region publish
/** All of them in one call; resolves when the broker has them. */
export async function publish(
  events: readonly OrderEvent[],
): Promise<void> {
  const orders = openOrders();
  try {
    await orders.send({ messages: events.map(recordOf) });
  } finally {
    await orders.close();
  }
}
// #endregion publish
