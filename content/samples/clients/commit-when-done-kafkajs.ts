// The Warehouse reads with kafkajs, and commits what is done.
// Run: node commit-when-done-kafkajs.ts
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
  autoCommit: false,
  async eachMessage({ topic, partition, message }) {
    if (message.value) {
      await work(book, OrderEvent.decode(message.value));
    }
    // A commit names the next record to read.
    const offset = String(BigInt(message.offset) + 1n);
    await warehouse.commitOffsets([{ topic, partition, offset }]);
  },
});
// #endregion read
