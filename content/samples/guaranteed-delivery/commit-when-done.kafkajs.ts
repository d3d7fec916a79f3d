// The Warehouse works, then commits, by KafkaJS.
// Run: node commit-when-done.kafkajs.ts
import type { EachMessagePayload } from "kafkajs";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { joinWarehouse } from "./join-warehouse.kafkajs.ts";
import { openWorkBook, work } from "./work-book.ts";

const book = openWorkBook();
const { warehouse, stopped, leave } = await joinWarehouse();

// #region loop
try {
  await warehouse.run({
    // It would commit whatever your code has returned from.
    autoCommit: false,
    eachMessage: async (record) => {
      const { value } = record.message;
      // A tombstone would be no event.
      if (value === null) return;
      const event = OrderEvent.decode(value);
      await work(book, event);
      await commit(record);
    },
  });
  await stopped;
} finally {
  await leave();
  book.close();
}
// #endregion loop

/** What is committed is where to go on. */
async function commit(record: EachMessagePayload): Promise<void> {
  const { topic, partition, message } = record;
  const offset = String(BigInt(message.offset) + 1n);
  await warehouse.commitOffsets([{ topic, partition, offset }]);
}
