// Orders publishes its events, each acknowledged, by KafkaJS.
// Run: node publish.kafkajs.ts
import { Kafka, logLevel, Partitioners } from "kafkajs";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const PER_SECOND = 100;
const kafka = new Kafka({
  clientId: "orders",
  brokers: KAFKA_BROKERS.split(","),
  logLevel: logLevel.ERROR,
});
const orders = kafka.producer({
  // All replicas in sync have it; a retry may write it twice. This
  // client's idempotent mode loses events that it acknowledges.
  idempotent: false,
  // As in Java: a key has the same partition whoever sends.
  createPartitioner: Partitioners.DefaultPartitioner,
  allowAutoTopicCreation: false,
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

/** Throws at once if there is no topic; a send would retry. */
async function findTopic(): Promise<void> {
  const admin = kafka.admin({ retry: { retries: 0 } });
  try {
    await admin.connect();
    const topics = ["order-events"];
    await admin.fetchTopicMetadata({ topics });
  } finally {
    await admin.disconnect();
  }
}

try {
  await findTopic();
  await orders.connect();
  console.log(`${await publish()} acknowledged`);
} finally {
  await orders.disconnect();
}
