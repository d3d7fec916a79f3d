// A compacted topic keeps the last value of every key.
// Run: node compaction.ts
import { setTimeout as sleep } from "node:timers/promises";
import {
  type Admin,
  Consumer,
  ListOffsetTimestamps,
  Producer,
  stringDeserializers,
  stringSerializers,
} from "@platformatic/kafka";
import { standardRun } from "../shop/standard-run.ts";
import { withTopics } from "./with-topics.ts";

const TOPIC = "addresses";
const bootstrapBrokers = ["localhost:9092"];
const addresses = standardRun().flatMap(({ orderId, change }) => {
  switch (change?.$case) {
    case "placed":
    case "addressChanged":
      return [{ key: orderId, value: change.value.address }];
    case "released":
      // No value: this key is to go.
      return [{ key: orderId }];
    default:
      return [];
  }
});

async function publish(
  messages: readonly { key: string; value?: string }[],
): Promise<void> {
  const orders = new Producer({
    clientId: "orders",
    bootstrapBrokers,
    idempotent: true,
    serializers: stringSerializers,
  });
  try {
    await orders.send({
      messages: messages.map((it) => ({ ...it, topic: TOPIC })),
    });
  } finally {
    await orders.close();
  }
}

/** All that the topic has now. */
async function readAll(
  admin: Admin,
): Promise<Map<string, string | undefined>[]> {
  void admin;
  return [];
}

const configs = {
  "cleanup.policy": "compact",
  // So that a run is long enough to see it.
  "segment.ms": "100",
  "min.cleanable.dirty.ratio": "0.01",
};
await withTopics(
  [TOPIC],
  { partitions: 1, configs },
  async (admin) => {
    const started = Date.now();
    await publish(addresses);
    await sleep(200);
    await publish([{ key: "last", value: "rolls the segment" }]);
    for (let i = 0; i < 60; i++) {
      const consumer = new Consumer({
        clientId: "x",
        groupId: `x${i}`,
        bootstrapBrokers,
        deserializers: stringDeserializers,
      });
      const stream = await consumer.consume({
        topics: [TOPIC],
        mode: "earliest",
        autocommit: false,
      });
      let n = 0,
        tomb = 0;
      const [end] =
        (
          await consumer.listOffsets({
            topics: [TOPIC],
            timestamp: ListOffsetTimestamps.LATEST,
          })
        ).get(TOPIC) ?? [];
      for await (const m of stream) {
        n++;
        if (m.value === undefined) tomb++;
        if (m.offset + 1n === end) break;
      }
      await consumer.close();
      console.log(Date.now() - started, n, tomb, String(end));
      if (n < addresses.length) break;
      await sleep(500);
    }
    await readAll(admin);
  },
);
