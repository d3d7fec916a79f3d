// The Warehouse commits an event, then does its work.
// Run: node commit-first.ts
import { decodeEvent } from "./decode-event.ts";
import { joinWarehouse } from "./join-warehouse.ts";
import { openWorkBook, work } from "./work-book.ts";

const book = openWorkBook();
const { stream, leave } = await joinWarehouse();

// #region loop
try {
  for await (const message of stream) {
    const event = decodeEvent(message);
    await message.commit();
    await work(book, event);
  }
} finally {
  await leave();
  book.close();
}
// #endregion loop
