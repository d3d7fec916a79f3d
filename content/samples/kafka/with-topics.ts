// Makes topics for one run, and deletes them again.
import { Admin, ListOffsetTimestamps } from "@platformatic/kafka";

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
  work: (admin: Admin) => Promise<void>,
  { partitions = 3, configs = {} }: TopicOptions = {},
): Promise<void> {
  const admin = new Admin({
    clientId: "shop",
    bootstrapBrokers: KAFKA_BROKERS.split(","),
  });
  try {
    await admin.createTopics({
      topics: [...topics],
      partitions,
      // For one broker; in production 3.
      replicas: 1,
      configs: Object.entries(configs).map(([name, value]) => ({
        name,
        value,
      })),
    });
    try {
      await untilLed(admin, topics, partitions);
      await work(admin);
    } finally {
      await admin.deleteTopics({ topics: [...topics] });
    }
  } finally {
    await admin.close();
  }
}

/** A topic that is made has no leaders for a moment. */
async function untilLed(
  admin: Admin,
  topics: readonly string[],
  count: number,
): Promise<void> {
  const timestamp = ListOffsetTimestamps.LATEST;
  const partitions = Array.from({ length: count }, (_, it) => ({
    partitionIndex: it,
    timestamp,
  }));
  // Only a leader answers; the client retries until one does.
  await admin.listOffsets({
    topics: topics.map((name) => ({ name, partitions })),
  });
}
