// Reads a record as Debezium's outbox router sends it by default.
// Run: node routed-by-default.ts
import {
  Consumer,
  stringDeserializer,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// #region parse
/** The payload of a schema and a payload, in JSON. */
function payloadOf(text: string): unknown {
  const pair: unknown = JSON.parse(text);
  const isPair =
    typeof pair === "object" &&
    pair !== null &&
    "schema" in pair &&
    "payload" in pair;
  if (!isPair) throw new Error(`no schema in ${text}`);
  return pair.payload;
}

/** A payload of type jsonb is JSON once more, in a string. */
function eventOf(text: string): unknown {
  const payload = payloadOf(text);
  if (typeof payload !== "string") {
    throw new Error(`no JSON in ${text}`);
  }
  return JSON.parse(payload);
}
// #endregion parse

const consumer = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  deserializers: {
    key: stringDeserializer,
    value: stringDeserializer,
    headerKey: stringDeserializer,
    headerValue: stringDeserializer,
  },
});
try {
  const stream = await consumer.consume({
    topics: ["outbox.event.Order"],
    mode: "earliest",
    autocommit: false,
  });
  for await (const { key, value, headers } of stream) {
    console.log(`key: ${key}`);
    console.log(`value: ${value}`);
    console.log("headers:");
    for (const name of [...headers.keys()].sort())
      console.log(`  ${name}`);
    console.log(`id: ${headers.get("id") ?? ""}`);
    console.log("parsed:");
    console.log({
      key: payloadOf(key),
      id: payloadOf(headers.get("id") ?? ""),
      event: eventOf(value),
    });
    break;
  }
} finally {
  await consumer.close(true);
}
