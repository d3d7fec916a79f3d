// Two producers, one transactional id, each as a new one.
// Run: node fence-as-new-platformatic.ts
import { Producer, stringSerializers } from "@platformatic/kafka";
import { attempt } from "./attempt.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

function openProducer() {
  return new Producer({
    clientId: "warehouse",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
    idempotent: true,
    transactionalId: "warehouse-0",
    // By default this client claims id 0 and epoch 0.
    producerId: -1n,
    producerEpoch: -1,
    serializers: stringSerializers,
  });
}

const parcel = { topic: "parcels", key: "o-137", value: "sent" };
const first = openProducer();
const second = openProducer();
try {
  const one = await first.beginTransaction();
  await one.send({ messages: [parcel] });
  await attempt("second begins", async () => {
    const two = await second.beginTransaction();
    await two.send({ messages: [parcel] });
    await two.commit();
  });
  await attempt("first commits", () => one.commit());
} finally {
  await first.close();
  await second.close();
}
