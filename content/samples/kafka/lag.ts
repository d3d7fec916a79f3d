// Black Friday: 3,000 wait, are counted, and are then read.
// Run: node lag.ts
import {
  type Admin,
  ListOffsetTimestamps,
} from "@platformatic/kafka";
import { standardRun } from "../shop/standard-run.ts";
import { publish } from "./orders-producer.ts";
import { readEvents } from "./read-events.ts";
import { withTopics } from "./with-topics.ts";

const TOPIC = "order-events";
const PARTITIONS = [0, 1, 2];
const RUNS = 5;

// #region lag
/** How many offsets of a topic a group has yet to commit. */
async function lagOf(
  admin: Admin,
  groupId: string,
): Promise<bigint> {
  const { EARLIEST, LATEST } = ListOffsetTimestamps;
  const starts = await offsetsAt(admin, EARLIEST);
  const ends = await offsetsAt(admin, LATEST);
  const [group] = await admin.listConsumerGroupOffsets({
    groups: [groupId],
  });
  const committed = new Map(
    group?.topics
      .find(({ name }) => name === TOPIC)
      ?.partitions.map((it) => [
        it.partitionIndex,
        it.committedOffset,
      ]),
  );
  let lag = 0n;
  for (const [partition, end] of ends) {
    const start = starts.get(partition) ?? 0n;
    // Records that retention has deleted are no lag.
    const next = committed.get(partition) ?? start;
    lag += end - (next > start ? next : start);
  }
  return lag;
}

/** Partition → the offset at which it begins, or ends. */
async function offsetsAt(
  admin: Admin,
  timestamp: bigint,
): Promise<Map<number, bigint>> {
  const partitions = PARTITIONS.map((partitionIndex) => ({
    partitionIndex,
    timestamp,
  }));
  const [topic] = await admin.listOffsets({
    topics: [{ name: TOPIC, partitions }],
  });
  return new Map(
    topic?.partitions.map((it) => [it.partitionIndex, it.offset]),
  );
}
// #endregion lag

await withTopics([TOPIC], async (admin) => {
  const from = "committed";
  for (let run = 1; run <= RUNS; run += 1) {
    await publish(standardRun());
  }
  const report = async (what: string, group = "warehouse") => {
    const lag = await lagOf(admin, group);
    console.log(`${what}: lag ${lag.toLocaleString("en")}`);
  };
  await report("5,000 written");
  await readEvents("warehouse", { from, count: 2_000 });
  await report("2,000 handled");
  await readEvents("warehouse", { from, count: 3_000 });
  await report("3,000 more");
  await report("a group that has read nothing", "billing");
  // Deletes the first 100 of each partition, as retention does.
  const partitions = PARTITIONS.map((partition) => ({
    partition,
    offset: 100n,
  }));
  await admin.deleteRecords({
    topics: [{ name: TOPIC, partitions }],
  });
  await report("300 deleted", "billing");
});
