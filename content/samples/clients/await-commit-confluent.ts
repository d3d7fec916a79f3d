// The Warehouse commits one event with Confluent's client.
// Run: node await-commit-confluent.ts
import { KafkaJS } from "@confluentinc/kafka-javascript";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const kafka = new KafkaJS.Kafka({
  kafkaJS: {
    clientId: "warehouse",
    brokers: KAFKA_BROKERS.split(","),
    logLevel: KafkaJS.logLevel.NOTHING,
  },
});
const warehouse = kafka.consumer({
  kafkaJS: {
    groupId: "warehouse",
    fromBeginning: true,
    autoCommit: false,
  },
});
const resolved = Promise.withResolvers<void>();

try {
  await warehouse.connect();
  await warehouse.subscribe({ topics: ["order-events"] });
  let first: string | undefined;
  await warehouse.run({
    async eachMessage({ topic, partition, message }) {
      if (first !== undefined) return;
      first = message.offset;
      const offset = String(BigInt(first) + 1n);
      const next = { topic, partition, offset };
      await warehouse.commitOffsets([next]);
      console.log("commitOffsets has resolved");
      resolved.resolve();
    },
  });
  await resolved.promise;
} finally {
  await warehouse.disconnect();
}
