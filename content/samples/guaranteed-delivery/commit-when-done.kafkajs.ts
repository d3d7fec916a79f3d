// The Warehouse works, then commits, by KafkaJS.
// Run: node commit-when-done.kafkajs.ts
import type { EachMessagePayload } from "kafkajs";
import { decodeEvent } from "./decode-event.ts";
import { joinWarehouse } from "./join-warehouse.kafkajs.ts";
import { openWorkBook, work } from "./work-book.ts";

const book = openWorkBook();
const { warehouse, stopped, leave } = await joinWarehouse();

// #region loop
try {
  await warehouse.run({
    // Automatic commits would cover whatever has returned.
    autoCommit: false,
    eachMessage: async (record) => {
      const { value, offset } = record.message;
      // A record without a value, a tombstone, is no event.
      if (value === null) return;
      const event = decodeEvent({ ...record, value, offset });
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

/** The committed offset is that of the next record to read. */
async function commit(record: EachMessagePayload): Promise<void> {
  const { topic, partition, message } = record;
  const offset = String(BigInt(message.offset) + 1n);
  await warehouse.commitOffsets([{ topic, partition, offset }]);
}
