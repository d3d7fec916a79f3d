// The Warehouse works, then commits, by Confluent's client.
// Run: node commit-when-done.confluent.ts
import type { KafkaJS } from "@confluentinc/kafka-javascript";
import { decodeEvent } from "./decode-event.ts";
import { joinWarehouse } from "./join-warehouse.confluent.ts";
import { openWorkBook, work } from "./work-book.ts";

const book = openWorkBook();
const { warehouse, stopped, leave } = await joinWarehouse();

// #region loop
try {
  await warehouse.run({
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
async function commit(
  record: KafkaJS.EachMessagePayload,
): Promise<void> {
  const { topic, partition, message } = record;
  const offset = String(BigInt(message.offset) + 1n);
  await warehouse.commitOffsets([{ topic, partition, offset }]);
}
