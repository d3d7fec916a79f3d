import { Admin } from "@platformatic/kafka";

/**
 * Asks who leads a partition now.
 * @param brokers `127.0.0.1:<labPort>` of each node
 * @throws Error when nobody does
 */
export async function findLeader(
  brokers: readonly string[],
  topic: string,
  partition: number,
): Promise<number> {
  const admin = new Admin({ clientId: "lab", bootstrapBrokers: [...brokers] });
  try {
    const { topics } = await admin.metadata({ topics: [topic], forceUpdate: true });
    const leader = topics.get(topic)?.partitions[partition]?.leader ?? -1;
    if (leader < 0) throw new Error(`Nobody leads partition ${partition} of "${topic}".`);
    return leader;
  } finally {
    await admin.close();
  }
}
