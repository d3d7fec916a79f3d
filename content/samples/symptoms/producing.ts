// What a producer hears when a broker does not take its records.
// Run: node producing.ts
import {
  Admin,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { sayFailure } from "./say-causes.ts";

const TWO_MIB = 2 * 2 ** 20;
const BROKER = {
  bootstrapBrokers: ["localhost:9092"],
  retries: 0,
};

function openProducer(transactionalId?: string) {
  return new Producer({
    ...BROKER,
    clientId: "orders",
    serializers: stringSerializers,
    ...(transactionalId
      ? { transactionalId, idempotent: true }
      : {}),
  });
}

const placed = (topic: string, value = "placed") => ({
  messages: [{ topic, key: "o-001", value }],
});

const orders = openProducer();
const first = openProducer("warehouse-0");
const second = openProducer("warehouse-0");
const admin = new Admin({ ...BROKER, clientId: "shop" });

try {
  await sayFailure("2 MiB", () =>
    orders.send(placed("order-events", "x".repeat(TWO_MIB))),
  );
  await sayFailure("a topic that is not there", () =>
    orders.send(placed("order-event")),
  );
  await sayFailure("three replicas on one broker", () =>
    admin.createTopics({ topics: ["parcels"], replicas: 3 }),
  );

  // #region fenced
  const old = await first.beginTransaction();
  await old.send(placed("order-events"));
  // A second process under the same name: the first is fenced.
  const young = await second.beginTransaction();
  await sayFailure("send, fenced", () =>
    old.send(placed("order-events")),
  );
  await sayFailure("commit, fenced", () => old.commit());
  await young.abort();
  // #endregion fenced
} finally {
  await Promise.all([
    orders.close(),
    first.close(),
    second.close(),
    admin.close(),
  ]);
}
