// Creates the topics of both ways to count.
// Run: node create-topics.ts
import { Admin } from "@platformatic/kafka";

// Retention goes by the time of a record, and these are of March.
const KEPT = [{ name: "retention.ms", value: "-1" }];
const COMPACTED = [{ name: "cleanup.policy", value: "compact" }];
const TOPICS = [
  { topic: "order-events", configs: KEPT },
  { topic: "orders-per-warehouse", configs: KEPT },
  { topic: "orders-per-warehouse-by-hand", configs: KEPT },
  {
    topic: "per-warehouse-by-hand-changelog",
    configs: COMPACTED,
  },
];
// Each partition has a stream time of its own: here is one.
const PARTITIONS = 1;
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: ["localhost:9092"],
});

try {
  const there = await admin.listTopics();
  for (const { topic, configs } of TOPICS) {
    if (there.includes(topic)) continue;
    await admin.createTopics({
      topics: [topic],
      partitions: PARTITIONS,
      replicas: 1,
      configs,
    });
  }
  console.log(`${TOPICS.length} topics are there`);
} finally {
  await admin.close();
}
