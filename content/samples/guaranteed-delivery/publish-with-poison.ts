// Orders publishes its 1,000 events, two of them as no event:
// node publish-with-poison.ts
import {
  compatibilityPartitioner,
  Producer,
  stringSerializer,
} from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { paced } from "../shop/pace.ts";
import { standardRun } from "../shop/standard-run.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;
const PER_SECOND = 100;
const A_LINE_OF_TEXT = "o-060.2";
const NO_VALUE = "o-190.3";
const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  idempotent: true,
  partitioner: compatibilityPartitioner,
  serializers: {
    key: stringSerializer,
    headerKey: stringSerializer,
    headerValue: stringSerializer,
  },
});

function encode(event: OrderEvent): Buffer | undefined {
  if (event.eventId === NO_VALUE) return undefined;
  if (event.eventId === A_LINE_OF_TEXT) {
    return Buffer.from("order 60 was paid");
  }
  return Buffer.from(OrderEvent.encode(event).finish());
}

try {
  await orders.metadata({ topics: ["order-events"], retries: 0 });
  await orders.initIdempotentProducer({});
  for await (const event of paced(standardRun(), PER_SECOND)) {
    const { orderId, eventId } = event;
    const value = encode(event);
    await orders.send({
      messages: [
        {
          topic: "order-events",
          key: orderId,
          headers: { "event-id": eventId },
          ...(value && { value }),
        },
      ],
    });
  }
  console.log("Orders: all published");
} finally {
  await orders.close();
}
