// What send() does when no broker answers any more.
// Run: node nobody-answers.ts
import { Producer, stringSerializers } from "@platformatic/kafka";
import {
  KAFKA_BROKERS,
  untilGone,
  watch,
} from "./watch-sends.ts";

const MANY = 1_000;
const message = {
  topic: "order-events",
  key: "o-137",
  value: "placed",
};

function open(idempotent: boolean) {
  return new Producer({
    clientId: "orders",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    serializers: stringSerializers,
    idempotent,
  });
}

const byDefault = open(false);
const idempotent = open(true);
for (const orders of [byDefault, idempotent]) {
  await orders.send({ messages: [message] });
}
console.log("now the broker goes");
await untilGone();

// #region sends
const send = (orders: typeof byDefault) =>
  orders.send({ messages: [message] });
const many = (orders: typeof byDefault) =>
  Array.from({ length: MANY }, () => send(orders));

await watch("one, by default", [send(byDefault)]);
await watch("many, by default", many(byDefault));
await watch("one, idempotent", [send(idempotent)]);
await watch("many, idempotent", many(idempotent));
// #endregion sends
// The sends that wait go on, and would keep us here.
process.exit();
