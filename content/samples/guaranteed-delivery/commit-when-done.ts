// The Warehouse does the work of an event, then commits it.
// Run: node commit-when-done.ts
import { Consumer } from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { openWorkBook, work } from "./work-book.ts";

const book = openWorkBook();
const warehouse = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  // Back after a crash, it has its partitions at once. Without
  // a name of its own it waits until its session times out.
  groupInstanceId: "warehouse-0",
  bootstrapBrokers: ["localhost:9092"],
});

// #region consume
const stream = await warehouse.consume({
  topics: ["order-events"],
  // From what the group has committed, else from the start.
  mode: "committed",
  fallbackMode: "earliest",
  // It would commit what it has fetched, worked on or not.
  autocommit: false,
});
process.once("SIGINT", () => void stream.close());
process.once("SIGTERM", () => void stream.close());
console.log("Warehouse: ready");
// #endregion consume

// #region loop
try {
  for await (const message of stream) {
    const event = OrderEvent.decode(message.value);
    await work(book, event);
    await message.commit();
  }
} finally {
  await warehouse.close();
  book.close();
}
// #endregion loop
