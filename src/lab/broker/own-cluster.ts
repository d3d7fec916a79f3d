import { setTimeout as sleep } from "node:timers/promises";
import { Admin } from "@platformatic/kafka";
import { Failure } from "../../report/failure.mjs";
import type { Topic } from "../scenario.ts";
import { createTopics } from "./create-topics.ts";
import { explainRefusal } from "./explain-refusal.ts";

/** The user's own cluster, borrowed for one run. */
export interface OwnCluster {
  /** Deletes the topics and groups that the run has made. @throws Failure when some of them stay */
  readonly close: () => Promise<void>;
}

/** Names of the topics and groups of a cluster. */
interface Contents {
  readonly topics: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** Long enough for the session of a killed member to end, before which its group cannot be deleted. */
const REMOVAL_LIMIT_MS = 60_000;
const PAUSE_MS = 250;

/**
 * Creates a run's topics on the user's own cluster, and on `close` deletes every topic and group that was not there
 * before. Only one run at a time may use the cluster, since runs share names. No request deletes the transactional ids
 * of a run; brokers remove them after `transactional.id.expiration.ms`.
 *
 * @param usesName whether the run's programs may use a topic or group of this name
 * @throws Failure when such a topic or group exists already, since it may hold the user's data
 */
export async function borrowCluster(
  bootstrap: readonly string[],
  topics: readonly Topic[],
  usesName: (name: string) => boolean,
): Promise<OwnCluster> {
  await using closers = new AsyncDisposableStack();
  const admin = new Admin({ clientId: "lab", bootstrapBrokers: [...bootstrap], retries: 0 });
  closers.defer(() => admin.close());
  const before = await readContents(admin);
  const names = new Set([...before.topics, ...before.groups]);
  const needed = new Set(topics.map(({ name }) => name));
  const taken = [...names].filter((name) => needed.has(name) || usesName(name));
  if (taken.length > 0) {
    throw new Failure(
      "not-empty",
      `The cluster of KAFKA_BOOTSTRAP has "${taken.join('", "')}" already.\n` +
        "  A run makes and deletes what it uses: give a cluster that has none of it.",
    );
  }
  closers.defer(() => removeMade(admin, before));
  await createTopics(bootstrap, topics);
  const kept = closers.move();
  return { close: () => kept.disposeAsync() };
}

async function readContents(admin: Admin): Promise<Contents> {
  const [topics, groups] = await Promise.all([admin.listTopics(), admin.listGroups()]);
  // Kafka's internal topics belong to the cluster, even when a run caused it to create them.
  return {
    topics: new Set(topics.filter((name) => !name.startsWith("__"))),
    groups: new Set(groups.keys()),
  };
}

/** Deletes the topics and groups that were not there before. @throws Failure when some of them stay */
async function removeMade(admin: Admin, before: Contents): Promise<void> {
  const deadline = performance.now() + REMOVAL_LIMIT_MS;
  for (let why = ""; ; await sleep(PAUSE_MS)) {
    const now = await readContents(admin);
    const topics = [...now.topics.difference(before.topics)];
    const groups = [...now.groups.difference(before.groups)];
    if (topics.length + groups.length === 0) return;
    if (performance.now() > deadline) {
      throw new Failure(
        "not-removed",
        `The cluster of KAFKA_BOOTSTRAP keeps "${[...topics, ...groups].join('", "')}" of this run: ${why}\n` +
          "  Delete them there before the next run.",
      );
    }
    try {
      if (topics.length > 0) await admin.deleteTopics({ topics });
      if (groups.length > 0) await admin.deleteGroups({ groups });
    } catch (error) {
      why = explainRefusal(error);
    }
  }
}
