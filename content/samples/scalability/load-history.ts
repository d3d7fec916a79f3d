// What retention leaves of events from March, in four topics.
// Run: node load-history.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Admin,
  ListOffsetTimestamps,
} from "@platformatic/kafka";
import { withTopics } from "../kafka/with-topics.ts";
import { standardRun } from "../shop/standard-run.ts";
import { load, setConfig, timeOf } from "./history.ts";

const PARTITIONS = [0, 1, 2];
const EVENTS = standardRun();
const LATER = EVENTS.slice(600);
/** The broker looks for old segments every five minutes. */
const LIMIT_MS = 6 * 60_000;
const LOOK_MS = 500;

// #region topics
const topics = ["default", "kept", "arrival", "live"];

async function loadAll(admin: Admin): Promise<void> {
  await setConfig(admin, "kept", "retention.ms", "-1");
  const time = "message.timestamp.type";
  await setConfig(admin, "arrival", time, "LogAppendTime");
  // Events of today, before the history.
  await load("live", today());
  for (const topic of topics) await load(topic, EVENTS);
}
// #endregion topics

/** Some for each of the partitions. */
function today() {
  const occurredAt = new Date();
  return EVENTS.slice(0, 40).map((it) => ({ ...it, occurredAt }));
}

/** For each partition, the first offset at or after a time. */
async function offsetsAt(
  admin: Admin,
  name: string,
  timestamp: bigint,
): Promise<bigint[]> {
  const partitions = PARTITIONS.map((partitionIndex) => ({
    partitionIndex,
    timestamp,
  }));
  const [found] = await admin.listOffsets({
    topics: [{ name, partitions }],
  });
  return PARTITIONS.map((partition) => {
    const one = found?.partitions.find(
      ({ partitionIndex }) => partitionIndex === partition,
    );
    // -1: no record is that new.
    return one?.offset ?? -1n;
  });
}

/** How many records lie at or after a time. */
async function countFrom(
  admin: Admin,
  topic: string,
  timestamp: bigint,
): Promise<number> {
  const latest = ListOffsetTimestamps.LATEST;
  const ends = await offsetsAt(admin, topic, latest);
  const starts = await offsetsAt(admin, topic, timestamp);
  return ends.reduce((sum, end, partition) => {
    const start = starts[partition] ?? -1n;
    return start < 0n ? sum : sum + Number(end - start);
  }, 0);
}

async function untilRetention(admin: Admin): Promise<void> {
  const all = ListOffsetTimestamps.EARLIEST;
  const limit = Date.now() + LIMIT_MS;
  while ((await countFrom(admin, "default", all)) > 0) {
    if (Date.now() > limit) throw new Error("nothing is deleted");
    await sleep(LOOK_MS);
  }
  // The other topics are looked at in the same pass.
  await sleep(LOOK_MS);
}

await withTopics(topics, async (admin) => {
  await loadAll(admin);
  await untilRetention(admin);
  const [event] = LATER;
  if (!event) throw new Error("a run without an event");
  const all = ListOffsetTimestamps.EARLIEST;
  for (const topic of topics) {
    const kept = await countFrom(admin, topic, all);
    const since = await countFrom(admin, topic, timeOf(event));
    console.log(
      `${topic}: ${kept} kept, ${since} since event 601`,
    );
  }
});
