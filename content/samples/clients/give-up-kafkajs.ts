// Orders publishes three events with kafkajs, one at a time, and
// tries each of them twice.
// Run: node give-up-kafkajs.ts
import { Kafka, logLevel } from "kafkajs";
import { standardRun } from "../shop/standard-run.ts";
import { BROKERS, toRecord } from "./publish-all.ts";

const ORDER = "o-001";

const kafka = new Kafka({
  clientId: "orders",
  brokers: BROKERS,
  logLevel: logLevel.NOTHING,
});
const orders = kafka.producer({
  idempotent: true,
  maxInFlightRequests: 1,
  retry: { retries: 1 },
});

// #region publish
await orders.connect();
const events = standardRun().filter(
  ({ orderId }) => orderId === ORDER,
);
for (const event of events.slice(0, 3)) {
  const messages = [toRecord(event)];
  try {
    await orders.send({ topic: "order-events", messages });
    console.log(`${event.eventId}: acknowledged`);
  } catch {
    console.log(`${event.eventId}: failed`);
  }
}
await orders.disconnect();
// #endregion publish
console.log("Orders: every send has ended");
