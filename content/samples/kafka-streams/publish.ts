// Orders publishes a quarter of an hour, some of it late.
// Run: node publish.ts
import { Producer, stringSerializers } from "@platformatic/kafka";
import { OrderEvent } from "../gen/shop/v1/orders.ts";
import { paced } from "../shop/pace.ts";
import { quarterOfAnHour } from "./quarter-of-an-hour.ts";
import { occurredMs } from "./windows.ts";

const { KAFKA_BROKERS = "localhost:9092" } = process.env;

// Events a second; without an argument, as fast as possible.
const [perSecond = "Infinity"] = process.argv.slice(2);
const orders = new Producer({
  clientId: "orders",
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  idempotent: true,
  serializers: { ...stringSerializers, value: encode },
});

function encode(event?: OrderEvent): Buffer | undefined {
  if (!event) return undefined;
  return Buffer.from(OrderEvent.encode(event).finish());
}

// #region publish
async function publish(event: OrderEvent): Promise<void> {
  await orders.send({
    messages: [
      {
        topic: "order-events",
        key: event.orderId,
        headers: { "event-id": event.eventId },
        // The time of the event, not of the sending.
        timestamp: BigInt(occurredMs(event)),
        value: event,
      },
    ],
  });
}
// #endregion publish

try {
  const events = quarterOfAnHour();
  for await (const event of paced(events, Number(perSecond))) {
    await publish(event);
  }
  console.log(`${events.length} acknowledged`);
} finally {
  await orders.close();
}
