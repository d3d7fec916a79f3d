// From topic to topic in transactions: a parcel for each order.
// Run: node pack-in-transactions.ts
import {
  compatibilityPartitioner,
  type Message,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { joinWarehouse } from "./join-warehouse.ts";
import { PARCELS, parcelsOf } from "./parcels.ts";

// WAREHOUSE is the name of this process: unique among live ones,
// and the same after a restart.
const {
  WAREHOUSE = "warehouse-0",
  KAFKA_BROKERS = "localhost:9092",
} = process.env;
const AT_ONCE = 500;
/** For a request as well. By default, 5 s. */
const TRANSACTION_MS = 60_000;

// #region producer
const producer = new Producer({
  clientId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  idempotent: true,
  transactionalId: WAREHOUSE,
  // -1 asks for a new epoch, which fences who had the last one.
  producerId: -1n,
  producerEpoch: -1,
  timeout: TRANSACTION_MS,
  partitioner: compatibilityPartitioner,
  serializers: stringSerializers,
});

// Ends what an earlier process of this name has left open, before
// this one asks where to read on. Start one process alone: this
// client does not wait for the open transaction of another.
let transaction = await producer.beginTransaction();
const { stream, leave } = await joinWarehouse();
// #endregion producer

// #region transaction
/** The last message of each partition that a batch holds. */
function lastOfEach(batch: readonly Message[]) {
  const last = batch.map((it) => [it.partition, it] as const);
  return new Map(last).values();
}

async function packBatch(
  batch: readonly Message[],
): Promise<void> {
  const parcels = batch
    .flatMap(parcelsOf)
    .map((parcel) => ({ topic: PARCELS, ...parcel }));
  try {
    if (parcels.length > 0)
      await transaction.send({ messages: parcels });
    await transaction.addConsumer(stream.consumer);
    for (const last of lastOfEach(batch)) {
      await transaction.addOffset(last);
    }
    await transaction.commit();
  } catch (error) {
    // A broker that does not answer aborts it at its timeout.
    await transaction.abort().catch(() => undefined);
    // The stream is ahead of the offsets: stop, and start again.
    throw error;
  }
  transaction = await producer.beginTransaction();
}
// #endregion transaction

// #region loop
try {
  let batch: Message[] = [];
  for await (const message of stream) {
    batch.push(message);
    // A batch is what has been fetched, 500 at most.
    const isMore = stream.readableLength > 0;
    if (isMore && batch.length < AT_ONCE) continue;
    await packBatch(batch);
    batch = [];
  }
} finally {
  await leave();
  await producer.close();
}
// #endregion loop
