// What @platformatic/kafka asks of a broker when nothing is set.
// Run: node platformatic-sends.ts
import { once } from "node:events";
import {
  Consumer,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";

const TOPIC = "order-events";
const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const BROKERS = KAFKA_BROKERS.split(",");

// Nothing is set here that need not be.
const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: BROKERS,
  serializers: stringSerializers,
});
const warehouse = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  bootstrapBrokers: BROKERS,
  deserializers: stringDeserializers,
});

async function publish(key: string): Promise<void> {
  await orders.send({
    messages: [{ topic: TOPIC, key, value: "placed" }],
  });
}

try {
  await publish("o-001");
  const stream = await warehouse.consume({ topics: [TOPIC] });
  // The consumer knows now from which offset it reads.
  await once(stream, "offsets");
  const more = ["o-002", "o-003", "o-004"];
  await Promise.all(more.map(publish));
  for await (const { key } of stream) {
    console.log(`first record read = ${key}`);
    break;
  }
} finally {
  await orders.close();
  await warehouse.close();
}
