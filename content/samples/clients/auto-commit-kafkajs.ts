// The Warehouse reads with kafkajs, which commits.
// Run: node auto-commit-kafkajs.ts
import { Kafka, logLevel } from "kafkajs";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import {
  openWorkBook,
  work,
} from "../guaranteed-delivery/work-book.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const book = openWorkBook();
const kafka = new Kafka({
  clientId: "warehouse",
  brokers: KAFKA_BROKERS.split(","),
  logLevel: logLevel.ERROR,
});
const warehouse = kafka.consumer({
  groupId: "warehouse",
  // After a kill the group waits this long for the member.
  sessionTimeout: 6_000,
});

// #region read
await warehouse.connect();
await warehouse.subscribe({
  topics: ["order-events"],
  fromBeginning: true,
});
process.once("SIGTERM", () => {
  void warehouse.disconnect().finally(() => book.close());
});
await warehouse.run({
  async eachMessage({ message: { value } }) {
    if (value) await work(book, OrderEvent.decode(value));
  },
});
// #endregion read
