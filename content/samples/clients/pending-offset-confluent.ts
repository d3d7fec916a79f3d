// A member takes over while the commit of another is under way.
// Run: node pending-offset-confluent.ts
import { setTimeout as sleep } from "node:timers/promises";
import { KafkaJS } from "@confluentinc/kafka-javascript";
import { publish } from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const EVENTS = 10;
const PATIENCE_MS = 5_000;
const kafka = new KafkaJS.Kafka({
  kafkaJS: {
    clientId: "warehouse",
    brokers: KAFKA_BROKERS.split(","),
    logLevel: KafkaJS.logLevel.NOTHING,
  },
});
const events = standardRun();
const parcel = { key: "o-137", value: "sent" };

async function join(take: (offset: string) => void) {
  const consumer = kafka.consumer({
    kafkaJS: {
      groupId: "warehouse",
      fromBeginning: true,
      autoCommit: false,
    },
  });
  await consumer.connect();
  await consumer.subscribe({ topics: [TOPIC] });
  await consumer.run({
    eachMessage: async ({ message }) => take(message.offset),
  });
  return consumer;
}

const producer = kafka.producer({
  kafkaJS: { transactionalId: "warehouse-0" },
});

// #region take-over
await publish(events.slice(0, EVENTS));
await producer.connect();
const transaction = await producer.transaction();
await transaction.send({ topic: "parcels", messages: [parcel] });
let read = 0;
const all = Promise.withResolvers<void>();
const first = await join(() => {
  read += 1;
  if (read === EVENTS) all.resolve();
});
await all.promise;
const partitions = [{ partition: 0, offset: String(EVENTS) }];
await transaction.sendOffsets({
  consumer: first,
  topics: [{ topic: TOPIC, partitions }],
});
console.log(`the first has read ${read}, and sent its offset`);
await first.disconnect();

const begun = Promise.withResolvers<string>();
const second = await join(begun.resolve);
void begun.promise.then((offset) =>
  console.log(`the second begins at offset ${offset}`),
);
await sleep(PATIENCE_MS);
await transaction.commit();
console.log("the first has committed");
await publish(events.slice(EVENTS, EVENTS + 1));
await begun.promise;
// #endregion take-over
await second.disconnect();
await producer.disconnect();
