// The Warehouse sets a record aside that it can never handle.
// Run: node dead-letters.ts
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { openDeadLetters } from "./dead-letter-topic.ts";
import { handleOrGiveUp } from "./give-up.ts";
import { joinWarehouse } from "./join-warehouse.ts";
import { bookParcel } from "./parcel-service.ts";
import { openWorkBook, work } from "./work-book.ts";

async function fulfil(event: OrderEvent): Promise<void> {
  await bookParcel(event);
  await work(book, event);
}

const deadLetters = await openDeadLetters();
const book = openWorkBook();
const { stream, leave } = await joinWarehouse();

// #region loop
try {
  for await (const message of stream) {
    const reason = await handleOrGiveUp(message, fulfil);
    if (reason) await deadLetters.write(message, reason);
    await message.commit();
  }
} finally {
  await leave();
  await deadLetters.close();
  book.close();
}
// #endregion loop
