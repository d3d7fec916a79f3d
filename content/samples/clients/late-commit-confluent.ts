// A transaction that the broker ends while its producer lives.
// Run: node late-commit-confluent.ts
import { setTimeout as sleep } from "node:timers/promises";
import { KafkaJS } from "@confluentinc/kafka-javascript";
import { attempt } from "./attempt.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
/** 60 s by default. The broker looks every 10 s. */
const TIMEOUT_MS = 1_000;
/** The work of a batch that is too large. */
const LONGER_MS = 13_000;

const parcel = { key: "o-137", value: "sent" };
const send = { topic: "parcels", messages: [parcel] };
const kafka = new KafkaJS.Kafka({
  kafkaJS: {
    clientId: "warehouse",
    brokers: KAFKA_BROKERS.split(","),
    logLevel: KafkaJS.logLevel.NOTHING,
  },
});

async function begin(transactionalId: string) {
  const producer = kafka.producer({
    kafkaJS: { transactionalId, transactionTimeout: TIMEOUT_MS },
  });
  await producer.connect();
  const transaction = await producer.transaction();
  await transaction.send(send);
  return { producer, transaction };
}

// #region attempts
const commits = await begin("warehouse-0");
const sends = await begin("warehouse-1");
await sleep(LONGER_MS);

console.log("the first call is a commit:");
await attempt("commit", () => commits.transaction.commit());
await attempt("abort", () => commits.transaction.abort());
await attempt("next", () => sendAgain(commits.producer));

console.log("the first call is a send:");
await attempt("send", () => sends.transaction.send(send));
await attempt("abort", () => sends.transaction.abort());
await attempt("next", () => sendAgain(sends.producer));
// #endregion attempts

await commits.producer.disconnect();
await sends.producer.disconnect();

async function sendAgain(
  producer: KafkaJS.Producer,
): Promise<void> {
  const transaction = await producer.transaction();
  await transaction.send(send);
  await transaction.commit();
}
