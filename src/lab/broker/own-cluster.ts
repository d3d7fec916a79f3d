import { Admin } from "@platformatic/kafka";
import type { Topic } from "../scenario.ts";
import { createTopics } from "./create-topics.ts";
import { Failure } from "../../report/failure.mjs";

/** A cluster that is somebody's own, lent for one run. */
export interface OwnCluster {
  /** Deletes what the run has made. */
  readonly close: () => Promise<void>;
}

/** What the samples use of a cluster, by their literal names. */
const GROUPS = ["warehouse", "billing", "analytics"];
const TOPIC_NAMES = ["order-events", "order-events-retry", "order-events-dead", "parcels"];

/**
 * Makes a run's topics on a cluster that is not ours, and removes them afterwards, with the groups that read them. One
 * run at a time: names are literal.
 *
 * @throws Error when a topic or a group of the samples is there already: it could be needed
 */
export async function borrowCluster(
  bootstrap: readonly string[],
  topics: readonly Topic[],
): Promise<OwnCluster> {
  const admin = new Admin({ clientId: "lab", bootstrapBrokers: [...bootstrap], retries: 0 });
  try {
    const [found, groups] = await Promise.all([admin.listTopics(), admin.listGroups()]);
    const theirs = [
      ...TOPIC_NAMES.filter((name) => found.includes(name)),
      ...GROUPS.filter((name) => groups.has(name)),
    ];
    if (theirs.length > 0) {
      throw new Failure(
        "not-empty",
        `The cluster of KAFKA_BOOTSTRAP has "${theirs.join('", "')}" already.\n` +
          "  A run makes and deletes what it uses: give a cluster that has none of it.",
      );
    }
    await createTopics(bootstrap, topics);
  } catch (error) {
    await admin.close();
    throw error;
  }
  return {
    async close() {
      const found = await admin.listTopics();
      const made = TOPIC_NAMES.filter((name) => found.includes(name));
      if (made.length > 0) await admin.deleteTopics({ topics: made });
      const groups = await admin.listGroups();
      const joined = GROUPS.filter((name) => groups.has(name));
      if (joined.length > 0) await admin.deleteGroups({ groups: joined });
      await admin.close();
    },
  };
}
