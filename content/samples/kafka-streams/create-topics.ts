// Creates the topics of both ways to count.
// Run: node create-topics.ts
import { Admin } from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// Retention counts from a record's time, and these are of March.
const KEPT = [{ name: "retention.ms", value: "-1" }];
const COMPACTED = [{ name: "cleanup.policy", value: "compact" }];
const INPUT = "order-events";
const TOPICS = [
  { topic: INPUT, configs: KEPT },
  { topic: "orders-per-warehouse", configs: KEPT },
  { topic: "orders-per-warehouse-by-hand", configs: KEPT },
  {
    topic: "per-warehouse-by-hand-changelog",
    configs: COMPACTED,
  },
];
// Of order-events. Each partition has a stream time of its own, so
// that the results are compared with one partition.
const [partitions = "1"] = process.argv.slice(2);
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});

try {
  const there = await admin.listTopics();
  for (const { topic, configs } of TOPICS) {
    if (there.includes(topic)) continue;
    await admin.createTopics({
      topics: [topic],
      partitions: topic === INPUT ? Number(partitions) : 1,
      replicas: 1,
      configs,
    });
  }
  console.log(`${TOPICS.length} topics are there`);
} finally {
  await admin.close();
}
