// Creates the topic of the example, unless it is there.
// Run: node create-topics.ts
import { Admin } from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const PARTITIONS = 3;
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});

try {
  const there = await admin.listTopics();
  if (!there.includes(TOPIC)) {
    await admin.createTopics({
      topics: [TOPIC],
      partitions: PARTITIONS,
      // For one broker; in production 3.
      replicas: 1,
    });
  }
  console.log(`${TOPIC} is there`);
} finally {
  await admin.close();
}
