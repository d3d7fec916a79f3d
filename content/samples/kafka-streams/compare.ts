// Compares the results in topics with a count in memory.
// Run: node compare.ts orders-per-warehouse orders-per-warehouse-by-hand
import {
  Consumer,
  stringDeserializers,
} from "@platformatic/kafka";
import { countInALoop } from "./count-in-a-loop.ts";

const topics = process.argv.slice(2);
const expected = [...countInALoop()].map(
  ([key, count]) => `${key} ${count}`,
);
const found = new Map<string, string[]>(
  topics.map((topic) => [topic, []]),
);

// Windows close in the order of time: the last ends it.
const [lastWindow] = [...countInALoop().keys()].slice(-1);
const consumer = new Consumer({
  clientId: "analytics",
  groupId: "analytics",
  bootstrapBrokers: ["localhost:9092"],
  deserializers: stringDeserializers,
});
try {
  const stream = await consumer.consume({
    topics,
    mode: "earliest",
  });
  const open = new Set(topics);
  for await (const { topic, key, value } of stream) {
    found.get(topic)?.push(`${key} ${value}`);
    if (key === lastWindow) open.delete(topic);
    if (open.size === 0) break;
  }
} finally {
  await consumer.close();
}

for (const [topic, results] of found) {
  const equal = results.filter(
    (it, place) => it === expected[place],
  );
  console.log(`${topic}: ${results.length} results`);
  console.log(`${equal.length} of ${expected.length} are equal`);
}
