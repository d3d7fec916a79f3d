// Publish: what happens to orders, into a Kafka topic.
// Run: node publish.ts
import {
  Admin,
  compatibilityPartitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const TOPIC = "order-changes";
const connection = {
  clientId: "orders",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
};

const admin = new Admin(connection);
try {
  const topics = await admin.listTopics();
  if (!topics.includes(TOPIC)) {
    // One replica, for one broker; in production 3.
    await admin.createTopics({
      topics: [TOPIC],
      partitions: 3,
      replicas: 1,
    });
  }
} finally {
  await admin.close();
}

const producer = new Producer({
  ...connection,
  // All replicas in sync have it, and a retry is written once.
  idempotent: true,
  // As in Java: a key has the same partition whoever sends.
  partitioner: compatibilityPartitioner,
  serializers: stringSerializers,
});
try {
  for (const key of ["o-1", "o-2", "o-3"]) {
    const messages = ["placed", "paid", "packed"].map(
      // The key: all changes of an order, in their sequence.
      (value) => ({ topic: TOPIC, key, value }),
    );
    // Resolves when the broker has them.
    await producer.send({ messages });
    console.log(`${key}: ${messages.length} acknowledged`);
  }
} finally {
  await producer.close();
}
