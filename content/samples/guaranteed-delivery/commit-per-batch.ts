// The Warehouse works on records in batches, then commits them.
// Run: node commit-per-batch.ts
import { Consumer, type Message } from "@platformatic/kafka";
import { decodeEvent } from "./decode-event.ts";
import { openWorkBook, work } from "./work-book.ts";

const { WAREHOUSE, KAFKA_BROKERS = "localhost:9092" } =
  process.env;
/** A crash repeats this many at most. */
const BATCH = 100;

const book = openWorkBook();
const handle = (message: Message) =>
  work(book, decodeEvent(message));

// #region consumer
const warehouse = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  // A name that no other live process has; without it a restart
  // after a crash waits until the session has ended.
  ...(WAREHOUSE && { groupInstanceId: WAREHOUSE }),
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});
const stream = await warehouse.consume({
  topics: ["order-events"],
  mode: "committed",
  fallbackMode: "earliest",
  autocommit: false,
});
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => void stream.close());
}
console.log("Warehouse: ready");

try {
  for await (const batch of batchesOf(stream)) {
    await workOn(batch);
    await commit(batch);
  }
} finally {
  await warehouse.close(true);
  book.close();
}
// #endregion consumer

// #region batches
/** Up to 100 records, and fewer when no more are at hand. */
async function* batchesOf(records: typeof stream) {
  let batch: Message[] = [];
  for await (const message of records) {
    batch.push(message);
    const isFull = batch.length === BATCH;
    if (!isFull && records.readableLength > 0) continue;
    yield batch;
    batch = [];
  }
}

/** Partitions side by side, the records of each in sequence. */
async function workOn(records: readonly Message[]) {
  const parts = Map.groupBy(records, placeOf).values();
  const ends = await Promise.allSettled(
    [...parts].map(async (part) => {
      for (const message of part) await handle(message);
    }),
  );
  const failed = ends.find(({ status }) => status === "rejected");
  if (failed?.status === "rejected") throw failed.reason;
}

/** The last record of a partition covers all before it. */
async function commit(records: readonly Message[]) {
  const last = new Map(records.map((it) => [placeOf(it), it]));
  const offsets = [...last.values()].map(
    ({ topic, partition, offset, leaderEpoch }) => ({
      topic,
      partition,
      // A commit names the next record to read.
      offset: offset + 1n,
      leaderEpoch,
    }),
  );
  await warehouse.commit({ offsets });
}

function placeOf({ topic, partition }: Message): string {
  return `${topic}-${partition}`;
}
// #endregion batches
