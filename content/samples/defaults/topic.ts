// What a topic has when nothing is set: what its broker says.
// Run: node topic.ts
import { Admin, ConfigResourceTypes } from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const SETTINGS = [
  "cleanup.policy",
  "compression.type",
  "delete.retention.ms",
  "flush.messages",
  "max.message.bytes",
  "message.timestamp.after.max.ms",
  "message.timestamp.type",
  "min.cleanable.dirty.ratio",
  "min.insync.replicas",
  "remote.storage.enable",
  "retention.bytes",
  "retention.ms",
  "segment.bytes",
  "segment.ms",
  "unclean.leader.election.enable",
];
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});

try {
  for (const topic of await admin.createTopics({
    topics: [TOPIC],
  })) {
    console.log(`partitions = ${topic.partitions}`);
    console.log(`replicas = ${topic.replicas}`);
  }
  const [topic] = await admin.describeConfigs({
    resources: [
      {
        resourceType: ConfigResourceTypes.TOPIC,
        resourceName: TOPIC,
      },
    ],
  });
  for (const name of SETTINGS) {
    const it = topic?.configs.find((one) => one.name === name);
    console.log(`${name} = ${it?.value ?? "not there"}`);
  }
} finally {
  await admin.close();
}
