// What kafkajs asks of a broker when nothing is set.
// Run: node kafkajs-sends.ts
import { Kafka, logLevel } from "kafkajs";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";

// Nothing is set here that need not be, except that kafkajs
// would write a line, with the time, for each of its steps.
const shop = new Kafka({
  clientId: "shop",
  brokers: KAFKA_BROKERS.split(","),
  logLevel: logLevel.ERROR,
});
const orders = shop.producer();
const warehouse = shop.consumer({ groupId: "warehouse" });
const { GROUP_JOIN, REQUEST } = warehouse.events;

async function publish(key: string): Promise<void> {
  await orders.send({
    topic: TOPIC,
    messages: [{ key, value: "placed" }],
  });
}

try {
  await orders.connect();
  await warehouse.connect();
  await publish("o-001");
  const knowsItsPlace = Promise.withResolvers<void>();
  const first = Promise.withResolvers<string>();
  warehouse.on(GROUP_JOIN, ({ payload }) => {
    console.log(`assigner = ${payload.groupProtocol}`);
  });
  warehouse.on(REQUEST, ({ payload }) => {
    if (payload.apiName === "ListOffsets")
      knowsItsPlace.resolve();
  });
  await warehouse.subscribe({ topics: [TOPIC] });
  await warehouse.run({
    eachMessage: async ({ message }) => {
      first.resolve(String(message.key));
    },
  });
  await knowsItsPlace.promise;
  const more = ["o-002", "o-003", "o-004"];
  await Promise.all(more.map(publish));
  console.log(`first record read = ${await first.promise}`);
} finally {
  await orders.disconnect();
  await warehouse.disconnect();
}
