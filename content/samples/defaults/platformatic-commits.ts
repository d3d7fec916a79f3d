// @platformatic/kafka commits what it has fetched, not handled.
// Run: node platformatic-commits.ts
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
const KEYS = ["o-001", "o-002", "o-003"];

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

try {
  const stream = await warehouse.consume({ topics: [TOPIC] });
  await once(stream, "offsets");
  const committed = once(stream, "autocommit");
  await orders.send({
    messages: KEYS.map((key) => ({
      topic: TOPIC,
      key,
      value: "",
    })),
  });
  for await (const { key } of stream) {
    console.log(`handling = ${key}`);
    // The handler is not done, and will not be.
    await committed;
    const places = await warehouse.listCommittedOffsets({
      topics: [{ topic: TOPIC, partitions: [0] }],
    });
    const [place] = places.get(TOPIC) ?? [];
    console.log(`records committed meanwhile = ${place}`);
    break;
  }
} finally {
  await orders.close();
  await warehouse.close();
}
