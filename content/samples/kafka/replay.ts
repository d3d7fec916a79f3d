// Billing reads again what came since a moment.
// Run: node replay.ts
import { setTimeout as sleep } from "node:timers/promises";
import type { Admin } from "@platformatic/kafka";
import { standardRun } from "../shop/standard-run.ts";
import { publish } from "./orders-producer.ts";
import { readEvents } from "./read-events.ts";
import { withTopics } from "./with-topics.ts";

const TOPIC = "order-events";
const EVENTS = 1_000;
const BEFORE = 600;

/** Publishes, and says when the wrong version was deployed. */
async function publishInTwo(): Promise<bigint> {
  await publish(standardRun().slice(0, BEFORE));
  // Records carry milliseconds.
  await sleep(2);
  const since = BigInt(Date.now());
  await publish(standardRun().slice(BEFORE));
  return since;
}

// #region rewind
/** Moves a group, while none of its members is there. */
async function rewind(
  admin: Admin,
  groupId: string,
  since: bigint,
): Promise<void> {
  const partitions = [0, 1, 2].map((partitionIndex) => ({
    partitionIndex,
    timestamp: since,
  }));
  // The first record of each partition that is not older.
  const [found] = await admin.listOffsets({
    topics: [{ name: TOPIC, partitions }],
  });
  const partitionOffsets = (found?.partitions ?? [])
    // -1: no record since then, so the group's offset can stay.
    .filter(({ offset }) => offset >= 0n)
    .map(({ partitionIndex: partition, offset }) => ({
      partition,
      offset,
    }));
  const topics = [{ name: TOPIC, partitionOffsets }];
  await admin.alterConsumerGroupOffsets({ groupId, topics });
}
// #endregion rewind

await withTopics([TOPIC], async (admin) => {
  const since = await publishInTwo();
  const from = "committed";
  const all = await readEvents("billing", {
    from,
    count: EVENTS,
  });
  console.log(`billing read ${all.length}`);
  await rewind(admin, "billing", since);
  const count = EVENTS - BEFORE;
  const again = await readEvents("billing", { from, count });
  const wanted = new Set(
    standardRun()
      .slice(BEFORE)
      .map(({ eventId }) => eventId),
  );
  const right = again.filter((it) =>
    wanted.has(it.eventId ?? ""),
  );
  console.log(`since then ${right.length} of ${again.length}`);
});
