// Orders publishes a quarter of an hour, and what comes late.
// Run: node publish.ts
import { Producer, stringSerializers } from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import {
  occurredMs,
  quarterOfAnHour,
} from "./quarter-of-an-hour.ts";

const orders = {
  clientId: "orders",
  bootstrapBrokers: ["localhost:9092"],
};
const producer = new Producer({
  ...orders,
  idempotent: true,
  serializers: { ...stringSerializers, value: encode },
});

function encode(event?: OrderEvent): Buffer | undefined {
  if (!event) return undefined;
  return Buffer.from(OrderEvent.encode(event).finish());
}

try {
  const messages = quarterOfAnHour().map((event) => ({
    topic: "order-events",
    key: event.orderId,
    headers: { "event-id": event.eventId },
    // When it happened, not when it is sent.
    timestamp: BigInt(occurredMs(event)),
    value: event,
  }));
  await producer.send({ messages });
  console.log(`${messages.length} acknowledged`);
} finally {
  await producer.close();
}
