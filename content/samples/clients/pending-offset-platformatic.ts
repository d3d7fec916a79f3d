// A member takes over while the commit of another is under way.
// Run: node pending-offset-platformatic.ts
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import {
  Consumer,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { publish } from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const EVENTS = 10;
const PATIENCE_MS = 5_000;
const warehouse = {
  clientId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
};
const events = standardRun();
const parcel = { topic: "parcels", key: "o-137", value: "sent" };

async function join() {
  const consumer = new Consumer({
    ...warehouse,
    groupId: "warehouse",
  });
  const stream = await consumer.consume({
    topics: ["order-events"],
    mode: "committed",
    fallbackMode: "earliest",
    autocommit: false,
  });
  return { consumer, stream };
}

const producer = new Producer({
  ...warehouse,
  idempotent: true,
  transactionalId: "warehouse-0",
  producerId: -1n,
  producerEpoch: -1,
  timeout: 60_000,
  serializers: stringSerializers,
});

// #region take-over
await publish(events.slice(0, EVENTS));
const transaction = await producer.beginTransaction();
await transaction.send({ messages: [parcel] });
const first = await join();
let read = 0;
for await (const message of first.stream) {
  read += 1;
  if (read < EVENTS) continue;
  await transaction.addConsumer(first.consumer);
  await transaction.addOffset(message);
  break;
}
console.log(`the first has read ${read}, and sent its offset`);
await first.consumer.close(true);

const second = await join();
const begun = once(second.stream, "data").then(([{ offset }]) =>
  console.log(`the second begins at offset ${offset}`),
);
await sleep(PATIENCE_MS);
await transaction.commit();
console.log("the first has committed");
await publish(events.slice(EVENTS, EVENTS + 1));
await begun;
// #endregion take-over
await second.consumer.close(true);
await producer.close();
