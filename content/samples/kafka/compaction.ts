// A compacted topic keeps the last record of every key.
// Run: node compaction.ts
import { setTimeout as sleep } from "node:timers/promises";
import { Producer, stringSerializers } from "@platformatic/kafka";
import { ORDERS, orderIdOf } from "../shop/standard-run.ts";
import {
  type ReadRecord,
  readToTheEnd,
} from "./read-to-the-end.ts";
import { withTopics } from "./with-topics.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "addresses";
const RELEASED = 150;
const LOOK_MS = 1_000;
const LIMIT_MS = 60_000;
const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  idempotent: true,
  serializers: stringSerializers,
});

// #region records
const configs = {
  "cleanup.policy": "compact",
  // For a run of seconds; both are far higher by default.
  "segment.ms": "100",
  "min.cleanable.dirty.ratio": "0.01",
};

/** Each order has an address, then another; 150 are then gone. */
function addresses(): { key: string; value?: string }[] {
  const keys = Array.from({ length: ORDERS }, (_, index) =>
    orderIdOf(index + 1),
  );
  return [
    ...keys.map((key) => ({ key, value: "Canal Street" })),
    ...keys.map((key) => ({ key, value: "Harbour Road" })),
    // Tombstones: a key whose value is to be forgotten.
    ...keys.slice(0, RELEASED).map((key) => ({ key })),
  ];
}
// #endregion records

async function publish(
  records: readonly { key: string; value?: string }[],
): Promise<void> {
  const messages = records.map((it) => ({ topic: TOPIC, ...it }));
  await orders.send({ messages });
}

function report(when: string, records: ReadRecord[]): void {
  const dead = records.filter(({ value }) => value === undefined);
  console.log(
    `${when}: ${records.length} records, ` +
      `${dead.length} of them tombstones`,
  );
  const [oldest] = records;
  if (!oldest) return;
  const { offset, key, value = "" } = oldest;
  console.log(`  the oldest is at ${offset}, ${key} ${value}`);
}

// #region compacted
async function untilCompacted(): Promise<void> {
  await publish(addresses());
  const before = await readToTheEnd(TOPIC);
  report("before", before);
  // The segment that is written to is never compacted. A record
  // that comes later than segment.ms begins another one.
  await sleep(200);
  await publish([{ key: "o-251", value: "Canal Street" }]);
  const limit = Date.now() + LIMIT_MS;
  while (Date.now() < limit) {
    const now = await readToTheEnd(TOPIC);
    if (now.length < before.length) return report("after", now);
    await sleep(LOOK_MS);
  }
  throw new Error(`not compacted in ${LIMIT_MS} ms`);
}
// #endregion compacted

try {
  const options = { partitions: 1, configs };
  await withTopics([TOPIC], untilCompacted, options);
} finally {
  await orders.close();
}
