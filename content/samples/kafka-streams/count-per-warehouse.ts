// Events per warehouse and minute, counted by hand.
// Run: node count-per-warehouse.ts
import {
  compatibilityPartitioner,
  type Message,
  Producer,
} from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { joinWarehouse } from "../guaranteed-delivery/join-warehouse.ts";
import {
  describeChanges,
  restoreWindows,
  serializers,
  type StringProducer,
} from "./changelog.ts";
import { closeWindows, countEvent } from "./windows.ts";

const RESULTS = "orders-per-warehouse-by-hand";
const AT_ONCE = 100;
const producer: StringProducer = new Producer({
  clientId: "warehouse",
  bootstrapBrokers: ["localhost:9092"],
  idempotent: true,
  transactionalId: "warehouse-0",
  // "Not known yet": a new epoch, which fences who had the last.
  producerId: -1n,
  producerEpoch: -1,
  partitioner: compatibilityPartitioner,
  serializers,
});

const windows = await restoreWindows(producer);
console.log(`${windows.counts.size} windows restored`);
const { stream, leave } = await joinWarehouse();

// #region transaction
async function countBatch(batch: readonly Message[]) {
  const changed = new Set<string>();
  for (const { value } of batch) {
    const name = countEvent(windows, OrderEvent.decode(value));
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
  await transaction.send({ messages: [...changes, ...results] });
  await transaction.addConsumer(stream.consumer);
  const last = batch.at(-1);
  if (last) await transaction.addOffset(last);
  await transaction.commit();
}
// #endregion transaction

// #region loop
try {
  let batch: Message[] = [];
  for await (const message of stream) {
    batch.push(message);
    // What has been fetched already comes along.
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
