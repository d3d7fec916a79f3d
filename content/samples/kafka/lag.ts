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
/** How many records of a topic a group has not behind it. */
async function lagOf(
  admin: Admin,
  groupId: string,
): Promise<bigint> {
  const timestamp = ListOffsetTimestamps.LATEST;
  const asked = PARTITIONS.map((partitionIndex) => ({
    partitionIndex,
    timestamp,
  }));
  const [log] = await admin.listOffsets({
    topics: [{ name: TOPIC, partitions: asked }],
  });
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
  for (const { partitionIndex, offset } of log?.partitions ??
    []) {
    // A partition of which nothing is committed waits whole.
    lag += offset - (committed.get(partitionIndex) ?? 0n);
  }
  return lag;
}
// #endregion lag

await withTopics([TOPIC], async (admin) => {
  const from = "committed";
  for (let run = 1; run <= RUNS; run += 1) {
    await publish(standardRun());
  }
  const report = async (what: string) => {
    const lag = await lagOf(admin, "warehouse");
    console.log(`${what}: lag ${lag.toLocaleString("en")}`);
  };
  await report("5,000 written");
  await readEvents("warehouse", { from, count: 2_000 });
  await report("2,000 handled");
  await readEvents("warehouse", { from, count: 3_000 });
  await report("3,000 more");
});
