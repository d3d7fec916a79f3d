// Reads all parcels, when the Warehouse has read all events: the
// key of each is written down for whoever counts.
import { writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import {
  Admin,
  Consumer,
  FetchIsolationLevels,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";
import { standardRun } from "../shop/standard-run.ts";
import { PARCELS } from "./parcels.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const PARTITIONS = [0, 1, 2];
const MARK = "the end";
const PATIENCE_MS = 60_000;
const bootstrapBrokers = KAFKA_BROKERS.split(",");
const analytics = { clientId: "analytics", bootstrapBrokers };

/** Until the group has committed every event of the run. */
async function untilAllIsRead(): Promise<void> {
  const admin = new Admin(analytics);
  const deadlineMs = Date.now() + PATIENCE_MS;
  try {
    while (Date.now() < deadlineMs) {
      const groups = await admin
        .listConsumerGroupOffsets({ groups: ["warehouse"] })
        .catch(() => []);
      const read = groups
        .flatMap(({ topics }) => topics)
        .flatMap(({ partitions }) => partitions)
        .reduce((sum, it) => sum + it.committedOffset, 0n);
      if (read === BigInt(standardRun().length)) return;
      await sleep(100);
    }
    throw new Error("The Warehouse has not read all events");
  } finally {
    await admin.close();
  }
}

/** A record behind the parcels, which belongs to none. */
async function markTheEnd(): Promise<void> {
  const producer = new Producer({
    ...analytics,
    idempotent: true,
    serializers: stringSerializers,
  });
  try {
    await producer.send({
      messages: PARTITIONS.map((partition) => ({
        topic: PARCELS,
        partition,
        key: MARK,
        value: MARK,
      })),
    });
  } finally {
    await producer.close();
  }
}

// #region read
async function readKeys(isolationLevel: number) {
  const consumer = new Consumer({
    ...analytics,
    groupId: `analytics-${isolationLevel}`,
    isolationLevel,
    deserializers: stringDeserializers,
  });
  const keys: string[] = [];
  try {
    const stream = await consumer.consume({
      topics: [PARCELS],
      mode: "earliest",
      autocommit: false,
    });
    const open = new Set(PARTITIONS);
    for await (const { key, partition } of stream) {
      if (key === MARK) open.delete(partition);
      else keys.push(key);
      if (open.size === 0) break;
    }
    return keys;
  } finally {
    await consumer.close();
  }
}
// #endregion read

await untilAllIsRead();
await markTheEnd();
const { READ_COMMITTED, READ_UNCOMMITTED } = FetchIsolationLevels;
for (const [isolation, level] of [
  ["read_committed", READ_COMMITTED],
  ["read_uncommitted", READ_UNCOMMITTED],
] as const) {
  const keys = await readKeys(level);
  const lines = keys.map((key) => `${key}\n`);
  writeFileSync(`${isolation}.txt`, lines.join(""));
  console.log(`read at ${isolation}`);
}
