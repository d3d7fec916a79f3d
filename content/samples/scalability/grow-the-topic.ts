// A topic grows from 3 to 6 partitions between two halves.
// Run: node grow-the-topic.ts
import { setTimeout as sleep } from "node:timers/promises";
import { Admin, ListOffsetTimestamps } from "@platformatic/kafka";
import { publish } from "../kafka/orders-producer.ts";
import { standardRun } from "../shop/standard-run.ts";
import { addPartitions } from "./add-partitions.ts";
import { handleBacklog } from "./handle-backlog.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

const TOPIC = "order-events";
const GROUP = "warehouse";
const FROM = 3;
const TO = 6;
/** The Warehouse is behind: it begins this much later. */
const BEHIND_MS = 4_000;
/** The reader of one partition is behind for longer. */
const SLOW_PARTITION = 2;
const DEADLINE_MS = 40_000;
const LOOK_MS = 100;

const events = standardRun();
const half = events.length / 2;
const signal = AbortSignal.timeout(DEADLINE_MS);
const admin = new Admin({
  clientId: "shop",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
});

// #region orders
/** A new producer knows the new partitions. */
async function runOrders(): Promise<void> {
  await publish(events.slice(0, half));
  await addPartitions(admin, {
    topic: TOPIC,
    from: FROM,
    to: TO,
    groupIds: [GROUP],
    signal,
  });
  await publish(events.slice(half));
}
// #endregion orders

async function countRecords(): Promise<number> {
  const { topics } = await admin.metadata({
    topics: [TOPIC],
    forceUpdate: true,
  });
  const count = topics.get(TOPIC)?.partitionsCount ?? 0;
  const timestamp = ListOffsetTimestamps.LATEST;
  const partitions = Array.from({ length: count }, (_, it) => ({
    partitionIndex: it,
    timestamp,
  }));
  const [ends] = await admin.listOffsets({
    topics: [{ name: TOPIC, partitions }],
  });
  return (
    ends?.partitions.reduce(
      (sum, { offset }) => sum + Number(offset),
      0,
    ) ?? 0
  );
}

/** Each time as many readers as there are partitions. */
async function runWarehouse(): Promise<void> {
  let handled = await handleBacklog(TOPIC, GROUP, {
    count: await countRecords(),
    without: SLOW_PARTITION,
  });
  await sleep(BEHIND_MS);
  while (handled < events.length) {
    signal.throwIfAborted();
    const count = (await countRecords()) - handled;
    if (count === 0) await sleep(LOOK_MS);
    else handled += await handleBacklog(TOPIC, GROUP, { count });
  }
}

try {
  const orders = runOrders();
  await Promise.race([orders, sleep(BEHIND_MS)]);
  await Promise.all([orders, runWarehouse()]);
  console.log(`${events.length} events handled`);
} finally {
  await admin.close();
}
