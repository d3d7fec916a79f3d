// Orders asks the broker for a producer id.
import { Producer } from "@platformatic/kafka";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  idempotent: true,
});

try {
  await orders.initIdempotentProducer({});
  console.log("Orders: has a producer id");
} finally {
  await orders.close();
}
