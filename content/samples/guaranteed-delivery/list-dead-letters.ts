// Adds a line to dead-letters.txt for each dead letter, old and
// new, until SIGTERM: node list-dead-letters.ts
import { appendFile } from "node:fs/promises";
import {
  Consumer,
  stringDeserializer,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const LIST = "dead-letters.txt";
const reader = new Consumer({
  clientId: "dead-letter-list",
  // It commits nothing: a list begins at the first letter.
  groupId: "dead-letter-list",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  deserializers: {
    key: stringDeserializer,
    headerKey: stringDeserializer,
    headerValue: stringDeserializer,
  },
});

try {
  const stream = await reader.consume({
    topics: ["order-events-dead"],
    mode: "earliest",
    autocommit: false,
  });
  process.once("SIGINT", () => void stream.close());
  process.once("SIGTERM", () => void stream.close());
  console.log("Dead letters: ready");
  for await (const { key, value, headers } of stream) {
    const [topic, partition, offset, reason] = [
      "topic",
      "partition",
      "offset",
      "reason",
    ].map((name) => headers.get(`dead-letter.${name}`) ?? "?");
    const origin = `${topic}-${partition}:${offset}`;
    const event = headers.get("event-id") ?? "?";
    const bytes = value ? value.toString("base64") : "none";
    const line = [origin, key, event, bytes, reason].join(" ");
    await appendFile(LIST, `${line}\n`);
  }
} finally {
  await reader.close();
}
