// What send() does when no broker answers any more, in kafkajs.
// Run: node nobody-answers.kafkajs.ts
import { Kafka, logLevel } from "kafkajs";
import {
  KAFKA_BROKERS,
  untilGone,
  watch,
} from "./watch-sends.ts";

const MANY = 1_000;
const MUCH_LATER_MS = 75_000;
const message = { key: "o-137", value: "placed" };

const kafka = new Kafka({
  clientId: "orders",
  brokers: KAFKA_BROKERS.split(","),
  logLevel: logLevel.NOTHING,
});
const byDefault = kafka.producer({});
await byDefault.connect();
await byDefault.send({
  topic: "order-events",
  messages: [message],
});
console.log("now the broker goes");
await untilGone();

// #region sends
const send = (orders: typeof byDefault) =>
  orders.send({ topic: "order-events", messages: [message] });
const many = (orders: typeof byDefault) =>
  Array.from({ length: MANY }, () => send(orders));

const sends = many(byDefault);
await watch("many, by default", sends);
await watch("the same, much later", sends, MUCH_LATER_MS);
// #endregion sends
process.exit();
