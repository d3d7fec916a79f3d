// Makes topics for one run, and deletes them again.
import { Admin } from "@platformatic/kafka";

export interface TopicOptions {
  readonly partitions: number;
  /** "retention.ms" → "1000"; the broker's own without. */
  readonly configs?: Readonly<Record<string, string>>;
}

/** Throws, and deletes nothing, if one of them is there. */
export async function withTopics(
  topics: readonly string[],
  { partitions, configs = {} }: TopicOptions,
  work: (admin: Admin) => Promise<void>,
): Promise<void> {
  const admin = new Admin({
    clientId: "shop",
    bootstrapBrokers: ["localhost:9092"],
  });
  try {
    await admin.createTopics({
      topics: [...topics],
      partitions,
      // One broker; where it counts, 3.
      replicas: 1,
      configs: Object.entries(configs).map(([name, value]) => ({
        name,
        value,
      })),
    });
    try {
      await work(admin);
    } finally {
      await admin.deleteTopics({ topics: [...topics] });
    }
  } finally {
    await admin.close();
  }
}
