import { setTimeout as wait } from "node:timers/promises";
import { Admin } from "@platformatic/kafka";
import type { Topic } from "../scenario.ts";
import { Failure } from "../../report/failure.mjs";

const tenSeconds = 10_000;
const pauseMs = 25;

/**
 * Creates topics, and resolves when every one of these brokers knows their leaders and all replicas are in sync. A
 * follower may need another second for its first fetch: what was sent with acks=1 by then dies with the leader.
 * @param brokers `127.0.0.1:<labPort>` of each node
 * @throws Error when the cluster refuses a topic, or when a replica is not there after ten seconds
 */
export async function createTopics(
  brokers: readonly string[],
  topics: readonly Topic[],
): Promise<void> {
  if (topics.length === 0) return;
  const admins = brokers.map(
    (broker) => new Admin({ clientId: "lab", bootstrapBrokers: [broker] }),
  );
  try {
    const [admin] = admins;
    for (const { name, partitions, replicas = -1 } of topics) {
      // −1: as many as the cluster's default.replication.factor says.
      await admin?.createTopics({ topics: [{ topic: name, partitions, replicas }] });
    }
    await Promise.all(admins.map((each) => waitForReplicas(each, topics)));
  } finally {
    await Promise.all(admins.map((each) => each.close()));
  }
}

async function waitForReplicas(admin: Admin, topics: readonly Topic[]): Promise<void> {
  const names = topics.map(({ name }) => name);
  const deadline = performance.now() + tenSeconds;
  for (;;) {
    const behind = await listBehind(admin, names);
    if (behind.length === 0) return;
    if (performance.now() > deadline) {
      throw new Failure(
        "topics-not-ready",
        `After ten seconds not all replicas of ${behind.map((name) => `"${name}"`).join(", ")} are there.\n` +
          "  Ask for fewer replicas than nodes run, and see the nodes' logs.",
      );
    }
    await wait(pauseMs);
  }
}

/** Topics with a partition that has no leader, or replicas that are not in sync. */
async function listBehind(admin: Admin, names: string[]): Promise<string[]> {
  try {
    const { topics } = await admin.metadata({ topics: names, forceUpdate: true });
    return names.filter((name) => {
      const partitions = topics.get(name)?.partitions ?? [];
      const isWhole = partitions.every(
        ({ leader, isr, replicas }) => leader >= 0 && isr.length === replicas.length,
      );
      return partitions.length === 0 || !isWhole;
    });
  } catch {
    // The client throws for a topic that this broker has not heard of.
    return names;
  }
}
