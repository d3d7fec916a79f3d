import { setTimeout as sleep } from "node:timers/promises";
import { Admin } from "@platformatic/kafka";
import { Failure } from "../../report/failure.mjs";
import type { Topic } from "../scenario.ts";
import { createTopics } from "./create-topics.ts";
import { explainRefusal } from "./explain-refusal.ts";

/** A cluster that is somebody's own, lent for one run. */
export interface OwnCluster {
  /** Deletes what the run has made. @throws Failure when some of it stays */
  readonly close: () => Promise<void>;
}

/** What a cluster has, by name. */
interface Contents {
  readonly topics: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
}

/** A group cannot be deleted while a killed member still counts as one: its session ends first. */
const REMOVAL_LIMIT_MS = 60_000;
const PAUSE_MS = 250;

/**
 * Makes a run's topics on a cluster that is not ours, and afterwards deletes every topic and group that was not there
 * before. One run at a time: names are literal. Brokers forget the transactional ids of a run by themselves, after
 * `transactional.id.expiration.ms`; no request deletes them.
 *
 * @param usesName whether a topic or a group of this name is something that the run's programs use
 * @throws Failure when such a topic or group is there already: somebody could need it
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
  // Kafka's own topics are the cluster's, whoever made it need them.
  return {
    topics: new Set(topics.filter((name) => !name.startsWith("__"))),
    groups: new Set(groups.keys()),
  };
}

/** Deletes what is there now and was not before. @throws Failure when some of it stays */
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
