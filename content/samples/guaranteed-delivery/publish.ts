// Orders publishes its events, each acknowledged by the broker.
// Run: node publish.ts
import {
  compatibilityPartitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const PER_SECOND = 100;
const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  // Acknowledged by all replicas in sync, and a retry is written
  // once. This client then has one request under way at a time.
  idempotent: true,
  // As in Java: a key has the same partition whoever sends.
  partitioner: compatibilityPartitioner,
  serializers: { ...stringSerializers, value: encode },
});

function encode(event?: OrderEvent): Buffer | undefined {
  if (!event) return undefined;
  return Buffer.from(OrderEvent.encode(event).finish());
}

// #region publish
async function publish(): Promise<number> {
  let acknowledged = 0;
  for await (const event of paced(standardRun(), PER_SECOND)) {
    await orders.send({
      messages: [
        {
          topic: "order-events",
          key: event.orderId,
          headers: { "event-id": event.eventId },
          value: event,
        },
      ],
    });
    acknowledged += 1;
  }
  return acknowledged;
}
// #endregion publish

try {
  // An idempotent send is retried without end, also to a topic
  // that is not there: so ask for the topic first.
  await orders.metadata({ topics: ["order-events"], retries: 0 });
  // Fetches the producer id now, and not with the first event.
  await orders.initIdempotentProducer({});
  console.log(`${await publish()} acknowledged`);
} finally {
  await orders.close();
}
