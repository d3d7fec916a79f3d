// What a broker says of records and topics that it does not take.
// Run: node producing.ts
import {
  Admin,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { sayFailure } from "./say-causes.ts";

const TWO_MIB = 2 * 2 ** 20;
const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const bootstrapBrokers = KAFKA_BROKERS.split(",");
const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers,
  serializers: stringSerializers,
  // By default it retries three times, a second apart.
  retries: 0,
});
const admin = new Admin({ clientId: "shop", bootstrapBrokers });

const placed = (topic: string, value = "placed") => ({
  messages: [{ topic, key: "o-001", value }],
});

try {
  await sayFailure("2 MiB", () =>
    orders.send(placed("order-events", "x".repeat(TWO_MIB))),
  );
  await sayFailure("a topic that is not there", () =>
    orders.send(placed("order-event")),
  );
  await sayFailure("a topic that is there", () =>
    admin.createTopics({ topics: ["order-events"] }),
  );
  await sayFailure("three replicas on one broker", () =>
    admin.createTopics({ topics: ["parcels"], replicas: 3 }),
  );
} finally {
  await Promise.all([orders.close(), admin.close()]);
}
