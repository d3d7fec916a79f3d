// Makes topics for one run, and deletes them, by Confluent's client.
import { KafkaJS } from "@confluentinc/kafka-javascript";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

export interface TopicOptions {
  /** 3 without this, as order-events has. */
  readonly partitions?: number;
  /** "retention.ms" → "1000"; the broker's own without. */
  readonly configs?: Readonly<Record<string, string>>;
}

/** Throws, and deletes nothing, if one of them is there. */
export async function withTopics(
  topics: readonly string[],
  work: (admin: KafkaJS.Admin) => Promise<void>,
  { partitions = 3, configs = {} }: TopicOptions = {},
): Promise<void> {
  const kafka = new KafkaJS.Kafka({
    kafkaJS: {
      clientId: "shop",
      brokers: KAFKA_BROKERS.split(","),
      logLevel: KafkaJS.logLevel.ERROR,
    },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const made = await admin.createTopics({
      topics: topics.map((topic) => ({
        topic,
        numPartitions: partitions,
        // For one broker; in production 3.
        replicationFactor: 1,
        configEntries: Object.entries(configs).map(
          ([name, value]) => ({ name, value }),
        ),
      })),
    });
    // This client returns false where others throw.
    if (!made) throw new Error(`There already: ${topics.join()}`);
    try {
      await work(admin);
    } finally {
      await admin.deleteTopics({ topics: [...topics] });
    }
  } finally {
    await admin.disconnect();
  }
}
