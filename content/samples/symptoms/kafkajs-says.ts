// What kafkajs says when a broker does not take its records.
// Run: node kafkajs-says.ts
import { Kafka, logLevel, type Producer } from "kafkajs";
import { sayFailure } from "./say-causes.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TWO_MIB = 2 * 2 ** 20;
process.once("warning", ({ name }) => {
  console.log(`a warning of Node: ${name}`);
});
const shop = new Kafka({
  clientId: "orders",
  brokers: KAFKA_BROKERS.split(","),
  retry: { retries: 1 },
  logLevel: logLevel.NOTHING,
});
const send = (
  orders: Pick<Producer, "send">,
  topic: string,
  value: string,
) => orders.send({ topic, messages: [{ key: "o-001", value }] });

const orders = shop.producer();
await orders.connect();
await sayFailure("2 MiB", () =>
  send(orders, "order-events", "x".repeat(TWO_MIB)),
);
await sayFailure("a topic that is not there", () =>
  send(orders, "order-event", "placed"),
);
await orders.disconnect();
await sayFailure("disconnected", () =>
  send(orders, "order-events", "placed"),
);

// #region fenced
const named = {
  transactionalId: "warehouse-0",
  maxInFlightRequests: 1,
};
const first = shop.producer(named);
const second = shop.producer(named);
await first.connect();
const old = await first.transaction();
await send(old, "order-events", "placed");
await second.connect();
const young = await second.transaction();
await sayFailure("fenced", () =>
  send(old, "order-events", "paid"),
);
await young.abort();
await first.disconnect();
await second.disconnect();
// #endregion fenced
