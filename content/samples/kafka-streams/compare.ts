// Compares the results in topics with a count in memory.
// Run: node compare.ts orders-per-warehouse
import {
  Consumer,
  stringDeserializers,
} from "@platformatic/kafka";
import { countInALoop } from "./count-in-a-loop.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const GRACE_MS = 30_000;
const topics = process.argv.slice(2);
const found = new Map(
  topics.map((topic): [string, [string, number][]] => [
    topic,
    [],
  ]),
);
const expected = [...countInALoop(GRACE_MS)];
const [lastWindow] = expected.at(-1) ?? [];
const consumer = new Consumer({
  clientId: "analytics",
  groupId: "analytics",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  deserializers: stringDeserializers,
});

// #region read
try {
  const stream = await consumer.consume({
    topics,
    mode: "earliest",
    autocommit: false,
  });
  const unfinished = new Set(topics);
  for await (const { topic, key, value } of stream) {
    found.get(topic)?.push([key, Number(value)]);
    // Windows close in sequence, so the last one is the end.
    if (key === lastWindow) unfinished.delete(topic);
    if (unfinished.size === 0) break;
  }
} finally {
  await consumer.close();
}
// #endregion read

for (const [topic, results] of found) {
  const events = results.reduce(
    (sum, [, count]) => sum + count,
    0,
  );
  const equal = results.filter(
    ([window, count], place) =>
      window === expected[place]?.[0] &&
      count === expected[place][1],
  );
  console.log(
    `${topic}: ${results.length} results, ${events} events, ` +
      `${equal.length} of ${expected.length} as counted in memory`,
  );
}
