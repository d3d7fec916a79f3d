// The Warehouse commits an event, then does its work.
// Run: node commit-first.ts
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { joinWarehouse } from "./join-warehouse.ts";
import { openWorkBook, work } from "./work-book.ts";

const book = openWorkBook();
const { stream, leave } = await joinWarehouse();

// #region loop
try {
  for await (const message of stream) {
    const event = OrderEvent.decode(message.value);
    await message.commit();
    await work(book, event);
  }
} finally {
  await leave();
  book.close();
}
// #endregion loop
