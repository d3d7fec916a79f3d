import { Admin } from "@platformatic/kafka";
import { Failure } from "../../report/failure.mjs";

/**
 * Asks which broker leads a partition now.
 *
 * @param brokers `127.0.0.1:<labPort>` of each node
 * @returns the id of its node
 * @throws Failure when the partition has no leader
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
    if (leader < 0)
      throw new Failure("no-leader", `No broker leads partition ${partition} of "${topic}".`);
    return leader;
  } finally {
    await admin.close();
  }
}
