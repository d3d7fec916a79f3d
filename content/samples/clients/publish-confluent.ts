// Orders publishes with Confluent's client, by its defaults.
// Run: node publish-confluent.ts
import { KafkaJS } from "@confluentinc/kafka-javascript";
import { BROKERS, publishAll } from "./publish-all.ts";

const kafka = new KafkaJS.Kafka({
  kafkaJS: {
    clientId: "orders",
    brokers: BROKERS,
    // 30 s by default.
    requestTimeout: 2_000,
    logLevel: KafkaJS.logLevel.NOTHING,
  },
});
const orders = kafka.producer();

try {
  await orders.connect();
  await publishAll((record) =>
    orders.send({ topic: "order-events", messages: [record] }),
  );
  console.log("Orders: every send has ended");
} finally {
  await orders.disconnect();
}
