// A producer with the same transactional id stops the first.
// Run: node fenced.ts
import {
  Consumer,
  findErrorBy,
  Producer,
  stringDeserializers,
} from "@platformatic/kafka";
import { serializers, type StringProducer } from "./changelog.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const warehouse = {
  clientId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
};
const topic = "orders-per-warehouse-by-hand";

function openProducer(): StringProducer {
  return new Producer({
    ...warehouse,
    idempotent: true,
    transactionalId: "warehouse-0",
    producerId: -1n,
    producerEpoch: -1,
    serializers,
  });
}

async function begin(producer: StringProducer, value: string) {
  const transaction = await producer.beginTransaction();
  const message = { topic, key: "2026-03-02T09:00 ams", value };
  await transaction.send({ messages: [message] });
  return transaction;
}

const first = openProducer();
const second = openProducer();
const reader = new Consumer({
  ...warehouse,
  groupId: "analytics",
  deserializers: stringDeserializers,
});
try {
  const stopped = await begin(first, "counted by the first");
  const transaction = await begin(
    second,
    "counted by the second",
  );
  await stopped.commit().catch((error: Error) => {
    if (!findErrorBy(error, "apiId", "PRODUCER_FENCED"))
      throw error;
    console.log("first: PRODUCER_FENCED");
  });
  await transaction.commit();
  const stream = await reader.consume({
    topics: [topic],
    mode: "earliest",
  });
  for await (const { value } of stream) {
    console.log(`read: ${value}`);
    break;
  }
} finally {
  await Promise.all(
    [first, second, reader].map((it) => it.close()),
  );
}
