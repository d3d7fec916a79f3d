// The Warehouse reads with @platformatic/kafka, which commits.
// Run: node auto-commit-platformatic.ts
import { Consumer } from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import {
  openWorkBook,
  work,
} from "../guaranteed-delivery/work-book.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const book = openWorkBook();
const warehouse = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  // After a kill the group waits this long for the member.
  sessionTimeout: 6_000,
});

// #region read
try {
  const stream = await warehouse.consume({
    topics: ["order-events"],
    mode: "committed",
    fallbackMode: "earliest",
  });
  process.once("SIGTERM", () => void stream.close());
  for await (const message of stream) {
    await work(book, OrderEvent.decode(message.value));
  }
} finally {
  await warehouse.close();
  book.close();
}
// #endregion read
