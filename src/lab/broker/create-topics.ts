import { setTimeout as wait } from "node:timers/promises";
import { Admin } from "@platformatic/kafka";
import { Failure } from "../../report/failure.mjs";
import { count } from "../../report/words.ts";
import type { Topic } from "../scenario.ts";
import { explainRefusal } from "./explain-refusal.ts";

const REPLICAS_LIMIT_MS = 10_000;
const PAUSE_MS = 25;

/**
 * Creates topics, and resolves when each of these brokers knows their leaders and all replicas are in sync. Without
 * that wait, records sent with acks=1 could be lost with the leader, since a follower may need a second for its first
 * fetch.
 *
 * @param brokers `127.0.0.1:<labPort>` of each node
 * @throws Failure when the cluster refuses a topic, or when a replica is not there after ten seconds
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
    for (const topic of topics)
      await admin?.createTopics({ topics: [describeTopic(topic)] }).catch(refuse(topic));
    await Promise.all(admins.map((each) => waitForReplicas(each, topics)));
  } finally {
    await Promise.all(admins.map((each) => each.close()));
  }
}

function describeTopic({ name, partitions, replicas = -1 }: Topic) {
  // −1 stands for the cluster's default.replication.factor.
  return { topic: name, partitions, replicas };
}

function refuse({ name, partitions, replicas }: Topic) {
  return (error: unknown): never => {
    const asked = replicas === undefined ? "" : ` with ${count(replicas, "replica")} each`;
    throw new Failure(
      "topics-not-made",
      `The broker refused the topic "${name}" of ${count(partitions, "partition")}${asked}: ${explainRefusal(error)}\n` +
        "  Topics of a run stand in its scenario: topics: [{ name, partitions, replicas }]",
      { cause: error },
    );
  };
}

async function waitForReplicas(admin: Admin, topics: readonly Topic[]): Promise<void> {
  const names = topics.map(({ name }) => name);
  const deadline = performance.now() + REPLICAS_LIMIT_MS;
  for (;;) {
    const behind = await listBehind(admin, names);
    if (behind.length === 0) return;
    if (performance.now() > deadline) {
      throw new Failure(
        "topics-not-ready",
        `After ${REPLICAS_LIMIT_MS / 1_000} s not all replicas of ${behind.map((name) => `"${name}"`).join(", ")} are in sync.\n` +
          "  On a busy machine, run fewer at a time: npm run verify -- --workers 1",
      );
    }
    await wait(PAUSE_MS);
  }
}

/** Lists the topics with a partition that has no leader, or a replica that is not in sync. */
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
    // The client throws for a topic that this broker does not know yet.
    return names;
  }
}
