// A transaction that is open for longer than its timeout.
// Run: node transaction-timeout.ts
import { setTimeout as sleep } from "node:timers/promises";
import { Producer, stringSerializers } from "@platformatic/kafka";
import { sayFailure } from "./say-causes.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

/** 5 s by default. The broker looks every 10 s. */
const TIMEOUT_MS = 1_000;
const LONGER_MS = 12_000;

const placed = {
  messages: [
    { topic: "order-events", key: "o-001", value: "placed" },
  ],
};

// #region producer
function openProducer() {
  return new Producer({
    clientId: "warehouse",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    serializers: stringSerializers,
    idempotent: true,
    transactionalId: "warehouse-0",
    producerId: -1n,
    producerEpoch: -1,
    // The timeout of a request, and of a transaction as well.
    timeout: TIMEOUT_MS,
  });
}
// #endregion producer

const producer = openProducer();
const transaction = await producer.beginTransaction();
await transaction.send(placed);
// Stands for the work of a batch that is too large.
await sleep(LONGER_MS);
await sayFailure("the next send", () => transaction.send(placed));
await sayFailure("the commit", () => transaction.commit());
await producer.close();

const again = openProducer();
await sayFailure("a new transaction", async () => {
  const next = await again.beginTransaction();
  await next.send(placed);
  await next.commit();
});
await again.close();
