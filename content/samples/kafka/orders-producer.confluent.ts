// Orders' side of the topic, by Confluent's client.
import { KafkaJS } from "@confluentinc/kafka-javascript";
import { OrderEvent } from "../gen/shop/v1/orders.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// #region producer
export function openOrders() {
  const kafka = new KafkaJS.Kafka({
    kafkaJS: {
      clientId: "orders",
      brokers: KAFKA_BROKERS.split(","),
      logLevel: KafkaJS.logLevel.ERROR,
    },
  });
  return kafka.producer({
    kafkaJS: {
      // All replicas in sync have it, and a retry is written once.
      idempotent: true,
      // A topic that is not there is an error.
      allowAutoTopicCreation: false,
    },
    // Each call goes at once; by default the first waits for more.
    "linger.ms": 0,
  });
}

function encode(event: OrderEvent): Buffer {
  return Buffer.from(OrderEvent.encode(event).finish());
}
// #endregion producer

// #region record
/** An event as a record; its topic is named by the call. */
export function recordOf(event: OrderEvent) {
  return {
    // The key decides the partition: one for all events of an
    // order.
    key: event.orderId,
    // A consumer can find duplicates without decoding the value.
    headers: { "event-id": event.eventId },
    // This client takes text or bytes.
    value: encode(event),
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
    await orders.connect();
    await orders.send({
      topic: "order-events",
      messages: events.map(recordOf),
    });
  } finally {
    await orders.disconnect();
  }
}
// #endregion publish
