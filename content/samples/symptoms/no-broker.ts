// What two Kafka clients say when no broker answers.
// Run: node no-broker.ts
import { Admin } from "@platformatic/kafka";
import { Kafka, logLevel } from "kafkajs";
import { sayFailure } from "./say-causes.ts";

for (const broker of ["127.0.0.1:9092", "kafka.invalid:9092"]) {
  const admin = new Admin({
    clientId: "shop",
    bootstrapBrokers: [broker],
    retries: 0,
  });
  await sayFailure("@platformatic/kafka", () =>
    admin.listTopics(),
  );
  await admin.close();

  const shop = new Kafka({
    clientId: "shop",
    brokers: [broker],
    retry: { retries: 0 },
    logLevel: logLevel.NOTHING,
  });
  await sayFailure("kafkajs", () => shop.admin().connect());
}
