// Orders publishes its events, by Confluent's client.
// Run: node publish.confluent.ts
import { KafkaJS } from "@confluentinc/kafka-javascript";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const PER_SECOND = 100;
const kafka = new KafkaJS.Kafka({
  kafkaJS: {
    clientId: "orders",
    brokers: KAFKA_BROKERS.split(","),
    logLevel: KafkaJS.logLevel.ERROR,
  },
});
const orders = kafka.producer({
  kafkaJS: {
    // Acknowledged by all replicas in sync, and a retry is
    // written once.
    idempotent: true,
    allowAutoTopicCreation: false,
  },
  // Each event is awaited: lingering would only delay it.
  "linger.ms": 0,
});

function encode(event: OrderEvent): Buffer {
  return Buffer.from(OrderEvent.encode(event).finish());
}

// #region publish
async function publish(): Promise<number> {
  let acknowledged = 0;
  for await (const event of paced(standardRun(), PER_SECOND)) {
    await orders.send({
      topic: "order-events",
      messages: [
        {
          key: event.orderId,
          headers: { "event-id": event.eventId },
          value: encode(event),
        },
      ],
    });
    acknowledged += 1;
  }
  return acknowledged;
}
// #endregion publish

try {
  await orders.connect();
  console.log(`${await publish()} acknowledged`);
} finally {
  await orders.disconnect();
}
