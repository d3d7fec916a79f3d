// The Warehouse does the work of an event, then commits it.
// Run: node commit-when-done.ts
import { decodeEvent } from "./decode-event.ts";
import { joinWarehouse } from "./join-warehouse.ts";
import { openWorkBook, work } from "./work-book.ts";

const book = openWorkBook();
const { stream, leave } = await joinWarehouse();

// #region loop
try {
  for await (const message of stream) {
    const event = decodeEvent(message);
    await work(book, event);
    await message.commit();
  }
} finally {
  await leave();
  book.close();
}
// #endregion loop
