// Creates the topics of both ways to count.
// Run: node create-topics.ts
import { Admin } from "@platformatic/kafka";

// Retention goes by the time of a record, and these are of March.
const FOR_EVER = { name: "retention.ms", value: "-1" };
const COMPACTED = { name: "cleanup.policy", value: "compact" };
const TOPICS = [
  { topic: "order-events", configs: [FOR_EVER] },
  { topic: "orders-per-warehouse", configs: [FOR_EVER] },
  { topic: "orders-per-warehouse-by-hand", configs: [FOR_EVER] },
  {
    topic: "per-warehouse-by-hand-changelog",
    configs: [COMPACTED],
  },
];
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: ["localhost:9092"],
});

try {
  const there = await admin.listTopics();
  for (const { topic, configs } of TOPICS) {
    if (there.includes(topic)) continue;
    // One stream time needs one partition.
    const partitions = 1;
    await admin.createTopics({
      topics: [topic],
      partitions,
      replicas: 1,
      configs,
    });
  }
  console.log("all topics are there");
} finally {
  await admin.close();
}
