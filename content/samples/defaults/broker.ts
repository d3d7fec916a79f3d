// What a broker does unless it is told otherwise.
// Run: node broker.ts
import {
  Admin,
  ConfigResourceTypes,
  ConfigSources,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const SETTINGS = [
  "auto.create.topics.enable",
  "broker.session.timeout.ms",
  "connections.max.idle.ms",
  "default.replication.factor",
  "group.consumer.heartbeat.interval.ms",
  "group.consumer.session.timeout.ms",
  "group.initial.rebalance.delay.ms",
  "group.max.session.timeout.ms",
  "group.min.session.timeout.ms",
  "group.share.delivery.count.limit",
  "group.share.record.lock.duration.ms",
  "log.flush.interval.messages",
  "log.retention.bytes",
  "log.retention.check.interval.ms",
  "log.retention.hours",
  "log.roll.hours",
  "message.max.bytes",
  "min.insync.replicas",
  "num.partitions",
  "offsets.retention.minutes",
  "offsets.topic.num.partitions",
  "offsets.topic.replication.factor",
  "replica.lag.time.max.ms",
  "replica.selector.class",
  "transaction.max.timeout.ms",
  "transaction.state.log.min.isr",
  "transaction.state.log.replication.factor",
  "transactional.id.expiration.ms",
  "unclean.leader.election.enable",
];
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});

try {
  const { brokers } = await admin.metadata({ topics: [] });
  const [described] = await admin.describeConfigs({
    resources: [...brokers.keys()].slice(0, 1).map((id) => ({
      resourceType: ConfigResourceTypes.BROKER,
      resourceName: String(id),
    })),
    // Also the defaults of settings that this broker overrides.
    includeSynonyms: true,
  });
  for (const name of SETTINGS) {
    const byDefault = described?.configs
      .find((it) => it.name === name)
      ?.synonyms.find(
        ({ source }) => source === ConfigSources.DEFAULT_CONFIG,
      );
    console.log(`${name} = ${byDefault?.value ?? "not set"}`);
  }
} finally {
  await admin.close();
}
