// Two producers, one transactional id, with Confluent's client.
// Run: node fence-confluent.ts
import { KafkaJS } from "@confluentinc/kafka-javascript";
import { attempt } from "./attempt.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const kafka = new KafkaJS.Kafka({
  kafkaJS: {
    clientId: "warehouse",
    brokers: KAFKA_BROKERS.split(","),
    logLevel: KafkaJS.logLevel.NOTHING,
  },
});

function openProducer() {
  return kafka.producer({
    kafkaJS: { transactionalId: "warehouse-0" },
  });
}

const parcel = { key: "o-137", value: "sent" };
const send = { topic: "parcels", messages: [parcel] };
const first = openProducer();
const second = openProducer();
try {
  await first.connect();
  const one = await first.transaction();
  await one.send(send);
  await attempt("second begins", async () => {
    await second.connect();
    const two = await second.transaction();
    await two.send(send);
    await two.commit();
  });
  await attempt("first commits", () => one.commit());
} finally {
  await first.disconnect();
  await second.disconnect();
}
