// Events per warehouse and minute, counted by hand.
// Run: node count-per-warehouse.ts
import {
  compatibilityPartitioner,
  type Message,
  Producer,
} from "@platformatic/kafka";
import { decodeEvent } from "../guaranteed-delivery/decode-event.ts";
import { joinWarehouse } from "../guaranteed-delivery/join-warehouse.ts";
import {
  describeChanges,
  restoreWindows,
  serializers,
  type StringProducer,
} from "./changelog.ts";
import { closeWindows, countEvent } from "./windows.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const RESULTS = "orders-per-warehouse-by-hand";
const AT_ONCE = 100;
const producer: StringProducer = new Producer({
  clientId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  idempotent: true,
  transactionalId: "warehouse-0",
  // -1 asks for a new epoch, which fences who had the last one.
  producerId: -1n,
  producerEpoch: -1,
  partitioner: compatibilityPartitioner,
  serializers,
});

const windows = await restoreWindows(producer);
console.log(`${windows.counts.size} windows restored`);
const { stream, leave } = await joinWarehouse();

// #region transaction
/** The last message of each partition that a batch holds. */
function lastOfEach(batch: readonly Message[]) {
  const last = batch.map((it) => [it.partition, it] as const);
  return new Map(last).values();
}

async function countBatch(batch: readonly Message[]) {
  const changed = new Set<string>();
  for (const message of batch) {
    const name = countEvent(windows, decodeEvent(message));
    if (name !== undefined) changed.add(name);
  }
  const closed = closeWindows(windows);
  for (const [name] of closed) changed.add(name);
  const results = closed.map(([key, count]) => ({
    topic: RESULTS,
    key,
    value: String(count),
  }));
  const changes = describeChanges(windows, changed);

  const transaction = await producer.beginTransaction();
  try {
    await transaction.send({
      messages: [...changes, ...results],
    });
    await transaction.addConsumer(stream.consumer);
    for (const last of lastOfEach(batch)) {
      await transaction.addOffset(last);
    }
    await transaction.commit();
  } catch (error) {
    // A broker that does not answer aborts it at its timeout.
    await transaction.abort().catch(() => undefined);
    // The windows have counted this batch: stop, and restore.
    throw error;
  }
}
// #endregion transaction

// #region loop
try {
  let batch: Message[] = [];
  for await (const message of stream) {
    batch.push(message);
    // A batch is what has been fetched, a hundred at most.
    const isMore = stream.readableLength > 0;
    if (isMore && batch.length < AT_ONCE) continue;
    await countBatch(batch);
    batch = [];
  }
} finally {
  await leave();
  await producer.close();
}
// #endregion loop
