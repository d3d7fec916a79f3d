// The Warehouse reads with Confluent's client, which commits.
// Run: node auto-commit-confluent.ts
import { KafkaJS } from "@confluentinc/kafka-javascript";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import {
  openWorkBook,
  work,
} from "../guaranteed-delivery/work-book.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const book = openWorkBook();
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
    // After a kill the group waits this long for the member.
    sessionTimeout: 6_000,
  },
});

// #region read
await warehouse.connect();
await warehouse.subscribe({ topics: ["order-events"] });
process.once("SIGTERM", () => {
  void warehouse.disconnect().finally(() => book.close());
});
await warehouse.run({
  async eachMessage({ message: { value } }) {
    if (value) await work(book, OrderEvent.decode(value));
  },
});
// #endregion read
