// Adds partitions to a topic, without breaking a sequence.
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Admin,
  ListOffsetTimestamps,
} from "@platformatic/kafka";

const LOOK_MS = 200;

export interface Growth {
  readonly topic: string;
  /** Partitions now, and afterwards. */
  readonly from: number;
  readonly to: number;
  /** Every group that depends on the sequence of a key. */
  readonly groupIds: readonly string[];
  /** When to give up waiting. */
  readonly signal: AbortSignal;
}

// #region add
/** All producers of the topic must be stopped. */
export async function addPartitions(
  admin: Admin,
  { topic, from, to, groupIds, signal }: Growth,
): Promise<void> {
  for (const groupId of groupIds) {
    while (!(await hasReadAll(admin, topic, from, groupId))) {
      await sleep(LOOK_MS, undefined, { signal });
    }
  }
  await admin.createPartitions({
    topics: [{ name: topic, count: to }],
  });
  while (!(await areLed(admin, topic, to))) {
    await sleep(LOOK_MS, undefined, { signal });
  }
}
// #endregion add

// #region read
/** Whether the group has committed the end of each partition. */
async function hasReadAll(
  admin: Admin,
  topic: string,
  count: number,
  groupId: string,
): Promise<boolean> {
  const timestamp = ListOffsetTimestamps.LATEST;
  const partitions = Array.from({ length: count }, (_, it) => ({
    partitionIndex: it,
    timestamp,
  }));
  const [ends] = await admin.listOffsets({
    topics: [{ name: topic, partitions }],
  });
  const [group] = await admin.listConsumerGroupOffsets({
    groups: [groupId],
  });
  const committed = new Map(
    group?.topics
      .find(({ name }) => name === topic)
      ?.partitions.map((it) => [
        it.partitionIndex,
        it.committedOffset,
      ]),
  );
  return (
    ends?.partitions.length === count &&
    ends.partitions.every(
      ({ partitionIndex, offset }) =>
        (committed.get(partitionIndex) ?? 0n) >= offset,
    )
  );
}
// #endregion read

/** A new partition has no leader for a moment. */
async function areLed(
  admin: Admin,
  topic: string,
  count: number,
): Promise<boolean> {
  const { topics } = await admin.metadata({
    topics: [topic],
    forceUpdate: true,
  });
  const partitions = topics.get(topic)?.partitions ?? [];
  return (
    partitions.length === count &&
    partitions.every(({ leader }) => leader >= 0)
  );
}
