// @platformatic/kafka does not go on where it has committed.
// Run: node platformatic-returns.ts
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

const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: BROKERS,
  serializers: stringSerializers,
});

async function publish(key: string): Promise<void> {
  await orders.send({
    messages: [{ topic: TOPIC, key, value: "placed" }],
  });
}

/** Joins, then says so, reads one record, commits and leaves. */
async function readOne(
  said: () => Promise<void>,
): Promise<string | undefined> {
  // `mode` is not set: it is "latest", and not "committed".
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
    await said();
    for await (const { key } of stream) {
      await committed;
      return key;
    }
    return undefined;
  } finally {
    await warehouse.close();
  }
}

try {
  const first = await readOne(() => publish("o-001"));
  console.log(`first record read = ${first}`);
  await publish("o-002");
  const next = await readOne(() => publish("o-003"));
  console.log(`first record read when back = ${next}`);
} finally {
  await orders.close();
}
