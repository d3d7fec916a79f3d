// From topic to topic in transactions, by Confluent's client.
// Run: node pack-in-transactions.confluent.ts
import { KafkaJS } from "@confluentinc/kafka-javascript";
import { joinWarehouse } from "./join-warehouse.confluent.ts";
import { PARCELS, parcelsOf } from "./parcels.ts";

// WAREHOUSE is the name of this process: unique among live ones,
// and the same after a restart.
const {
  WAREHOUSE = "warehouse-0",
  KAFKA_BROKERS = "localhost:9092",
} = process.env;
/** As by default. */
const TRANSACTION_MS = 60_000;

// #region producer
const kafka = new KafkaJS.Kafka({
  kafkaJS: {
    clientId: "warehouse",
    brokers: KAFKA_BROKERS.split(","),
    logLevel: KafkaJS.logLevel.ERROR,
  },
});
const producer = kafka.producer({
  kafkaJS: {
    transactionalId: WAREHOUSE,
    transactionTimeout: TRANSACTION_MS,
  },
});

// Fences an earlier process of this name, and ends what it left
// open, before this one asks where to read on.
await producer.connect();
const { warehouse, stopped, leave } = await joinWarehouse();
// #endregion producer

// #region transaction
/** One partition's; a producer has one transaction at a time. */
async function packBatch({
  batch: { topic, partition, messages },
}: KafkaJS.EachBatchPayload): Promise<void> {
  const last = messages.at(-1);
  if (last === undefined) return;
  const next = String(BigInt(last.offset) + 1n);
  const parcels = messages.flatMap(({ value, offset }) =>
    // A record without a value, a tombstone, is no event.
    value === null
      ? []
      : parcelsOf({ topic, partition, offset, value }),
  );
  const transaction = await producer.transaction();
  try {
    if (parcels.length > 0) {
      await transaction.send({
        topic: PARCELS,
        messages: parcels,
      });
    }
    await transaction.sendOffsets({
      // The broker refuses who is no longer of the group.
      consumer: warehouse,
      topics: [
        { topic, partitions: [{ partition, offset: next }] },
      ],
    });
    await transaction.commit();
  } catch (error) {
    await transaction.abort().catch(() => undefined);
    throw error;
  }
}
// #endregion transaction

// #region loop
const failed = Promise.withResolvers<never>();
try {
  await warehouse.run({
    eachBatch: async (payload) => {
      try {
        await packBatch(payload);
      } catch (error) {
        // By itself this client tries again for ever, fenced or not.
        failed.reject(error);
        throw error;
      }
    },
  });
  await Promise.race([stopped, failed.promise]);
} finally {
  await leave();
  await producer.disconnect();
}
// #endregion loop
