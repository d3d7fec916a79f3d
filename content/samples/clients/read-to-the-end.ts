// Reads a topic from its first record to its last, once.
import {
  Consumer,
  ListOffsetTimestamps,
} from "@platformatic/kafka";
import { BROKERS } from "./publish-all.ts";

const [, , topic = "order-events"] = process.argv;
const reader = new Consumer({
  clientId: "analytics",
  groupId: "analytics",
  bootstrapBrokers: BROKERS,
  autocommit: false,
  maxWaitTime: 500,
});

try {
  const ends = await reader.listOffsets({
    topics: [topic],
    timestamp: ListOffsetTimestamps.LATEST,
  });
  const left = new Map(
    (ends.get(topic) ?? []).map((end, partition) => [
      partition,
      end,
    ]),
  );
  for (const [partition, end] of left) {
    if (end === 0n) left.delete(partition);
  }
  if (left.size > 0) {
    const stream = await reader.consume({
      topics: [topic],
      mode: "earliest",
    });
    for await (const { partition, offset } of stream) {
      if (offset + 1n === left.get(partition)) {
        left.delete(partition);
      }
      if (left.size === 0) break;
    }
  }
  console.log(`${topic}: read to the end`);
} finally {
  await reader.close(true);
}
