// How many records of each partition a group has yet to commit.
// Run: node left-to-count.ts
import { setTimeout as sleep } from "node:timers/promises";
import { Admin, ListOffsetTimestamps } from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-events";
const PARTITIONS = [0, 1, 2];
/** A batch takes far less: the group has come to rest by then. */
const QUIET_MS = 3_000;
const admin = new Admin({
  clientId: "analytics",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});

/** Partition → the offset that the group would go on from. */
async function committed(): Promise<Map<number, bigint>> {
  const [group] = await admin.listConsumerGroupOffsets({
    groups: ["warehouse"],
  });
  const topic = group?.topics.find(({ name }) => name === TOPIC);
  return new Map(
    topic?.partitions.map((it) => [
      it.partitionIndex,
      it.committedOffset,
    ]),
  );
}

async function committedAtRest(): Promise<Map<number, bigint>> {
  let before = await committed();
  while (true) {
    await sleep(QUIET_MS);
    const now = await committed();
    const isSame = PARTITIONS.every(
      (it) => now.get(it) === before.get(it),
    );
    if (isSame && now.size > 0) return now;
    before = now;
  }
}

try {
  const offsets = await committedAtRest();
  const timestamp = ListOffsetTimestamps.LATEST;
  const [topic] = await admin.listOffsets({
    topics: [
      {
        name: TOPIC,
        partitions: PARTITIONS.map((partitionIndex) => ({
          partitionIndex,
          timestamp,
        })),
      },
    ],
  });
  for (const it of topic?.partitions ?? []) {
    const left =
      it.offset - (offsets.get(it.partitionIndex) ?? 0n);
    console.log(`partition ${it.partitionIndex}: ${left} left`);
  }
} finally {
  await admin.close();
}
