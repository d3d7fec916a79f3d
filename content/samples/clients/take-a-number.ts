// Orders asks the broker for a producer id.
import { Producer } from "@platformatic/kafka";

const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: ["localhost:9092"],
  idempotent: true,
});

try {
  await orders.initIdempotentProducer({});
  console.log("Orders: has a producer id");
} finally {
  await orders.close();
}
