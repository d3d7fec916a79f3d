// Consume: the work, then the commit, in a consumer group.
// Run: node consume.ts
import {
  Consumer,
  stringDeserializers,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

const consumer = new Consumer({
  clientId: "warehouse",
  groupId: "warehouse",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  deserializers: stringDeserializers,
});
try {
  const stream = await consumer.consume({
    topics: ["order-changes"],
    // Where the group stands; a new group reads all there is.
    mode: "committed",
    fallbackMode: "earliest",
    autocommit: false,
  });
  // A topic has no end: a signal ends the loop.
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.once(signal, () => void stream.close());
  }
  console.log("ready");
  for await (const change of stream) {
    console.log(change.key, change.value); // the work
    await change.commit();
  }
} finally {
  await consumer.close();
}
