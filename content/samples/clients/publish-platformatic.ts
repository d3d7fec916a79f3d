// Orders publishes with @platformatic/kafka, by its defaults.
// Run: node publish-platformatic.ts
import {
  compatibilityPartitioner,
  Producer,
  stringSerializer,
} from "@platformatic/kafka";
import { BROKERS, publishAll } from "./publish-all.ts";

const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: BROKERS,
  // 30 s by default.
  requestTimeout: 2_000,
  partitioner: compatibilityPartitioner,
  serializers: {
    key: stringSerializer,
    headerKey: stringSerializer,
    headerValue: stringSerializer,
  },
});

try {
  await publishAll((record) =>
    orders.send({
      messages: [{ topic: "order-events", ...record }],
    }),
  );
  console.log("Orders: every send has ended");
} finally {
  await orders.close();
}
