// Handlers of one kafkajs consumer that run at the same time.
// Run: node at-a-time-kafkajs.ts
import { Kafka, logLevel } from "kafkajs";
import { EVENTS, openSlowHandler } from "./slow-handler.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const shop = new Kafka({
  clientId: "shop",
  brokers: [KAFKA_BROKERS],
  logLevel: logLevel.ERROR,
});

async function publish(): Promise<void> {
  const orders = shop.producer();
  await orders.connect();
  const messages = EVENTS.map(({ orderId, eventId }) => ({
    key: orderId,
    value: eventId,
  }));
  await orders.send({ topic: TOPIC, messages });
  await orders.disconnect();
}

/** Reads all events, in a group of its own. */
async function readAll(partitions: number): Promise<void> {
  const groupId = `warehouse-${partitions}`;
  const warehouse = shop.consumer({ groupId });
  const handler = openSlowHandler(partitions);
  await warehouse.connect();
  await warehouse.subscribe({
    topics: [TOPIC],
    fromBeginning: true,
  });
  await warehouse.run({
    // Not set: 1.
    partitionsConsumedConcurrently: partitions,
    eachMessage: () => handler.handle(),
  });
  await handler.allDone();
  await warehouse.disconnect();
}

await publish();
for (const partitions of [1, 3]) await readAll(partitions);
