// Creates the topic of the example, unless it is there.
// Run: node create-topics.ts
import { Admin } from "@platformatic/kafka";

const TOPIC = "order-events";
const PARTITIONS = 3;
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: ["localhost:9092"],
});

try {
  const there = await admin.listTopics();
  if (!there.includes(TOPIC)) {
    await admin.createTopics({
      topics: [TOPIC],
      partitions: PARTITIONS,
      // One broker; where it counts, 3.
      replicas: 1,
    });
  }
  console.log(`${TOPIC} is there`);
} finally {
  await admin.close();
}
