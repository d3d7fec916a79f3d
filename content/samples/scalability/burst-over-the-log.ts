// A burst over Kafka: the Warehouse takes what it has room for.
// Run: node burst-over-the-log.ts
import { Consumer, type Message } from "@platformatic/kafka";
import { decodeEvent } from "../guaranteed-delivery/decode-event.ts";
import { openSlowHandler } from "./slow-handler.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
/** A crash repeats this many at most. */
const BATCH = 50;

// #region read
const warehouse = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});
const stream = await warehouse.consume({
  topics: ["order-events"],
  mode: "committed",
  fallbackMode: "earliest",
  autocommit: false,
  // No fetch while so many records wait in memory.
  highWaterMark: 50,
  // An answer to a fetch brings about so many bytes.
  maxBytes: 524_288,
});
process.once("SIGTERM", () => void stream.close());
// #endregion read

const { handle, isDone, report } = openSlowHandler(
  () => stream.readableLength,
);
console.log("Warehouse: ready");

// #region loop
const handled: Message[] = [];
try {
  for await (const message of stream) {
    await handle(decodeEvent(message));
    handled.push(message);
    const isBatch =
      handled.length === BATCH || stream.readableLength === 0;
    if (isBatch) await commit(handled.splice(0));
    if (isDone()) break;
  }
  await report();
} finally {
  await warehouse.close(true);
}
// #endregion loop

/** The last record of a partition covers all before it. */
async function commit(records: readonly Message[]) {
  const last = new Map(records.map((it) => [it.partition, it]));
  const offsets = [...last.values()].map(
    ({ topic, partition, offset, leaderEpoch }) => ({
      topic,
      partition,
      offset: offset + 1n,
      leaderEpoch,
    }),
  );
  await warehouse.commit({ offsets });
}
