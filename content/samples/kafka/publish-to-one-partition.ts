// Orders publishes 100 events to a topic of one partition.
// Run: node publish-to-one-partition.ts
import { Admin } from "@platformatic/kafka";
import { standardRun } from "../shop/standard-run.ts";
import { publish } from "./orders-producer.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const EVENTS = 100;

async function createTopic(): Promise<void> {
  const admin = new Admin({
    clientId: "shop",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
  });
  try {
    const there = await admin.listTopics();
    if (there.includes(TOPIC)) return;
    await admin.createTopics({
      topics: [TOPIC],
      partitions: 1,
      replicas: 1,
    });
  } finally {
    await admin.close();
  }
}

await createTopic();
await publish(standardRun().slice(0, EVENTS));
console.log(`${EVENTS} published`);
