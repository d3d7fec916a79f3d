// Orders publishes with kafkajs, idempotent.
// Run: node publish-idempotent-kafkajs.ts
import { Kafka, logLevel } from "kafkajs";
import { BROKERS, publishAll } from "./publish-all.ts";

const kafka = new Kafka({
  clientId: "orders",
  brokers: BROKERS,
  // 30 s by default.
  requestTimeout: 2_000,
  // Errors only; it says the rest on standard output.
  logLevel: logLevel.ERROR,
});
const orders = kafka.producer({
  idempotent: true,
  // What its documentation asks for.
  maxInFlightRequests: 1,
});

try {
  await orders.connect();
  await publishAll((record) =>
    orders.send({ topic: "order-events", messages: [record] }),
  );
  console.log("Orders: every send has ended");
} finally {
  await orders.disconnect();
}
// It may have left a connection open, which would keep us here.
process.exit();
