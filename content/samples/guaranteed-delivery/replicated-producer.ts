// Orders' producer: what it calls published outlives a leader.
import {
  compatibilityPartitioner,
  Producer,
  stringSerializers,
} from "@platformatic/kafka";
import { setTimeout as sleep } from "node:timers/promises";
import { OrderEvent } from "../gen/shop/v1/orders.ts";

const {
  KAFKA_BROKERS = "localhost:9092,localhost:9093,localhost:9094",
} = process.env;
/** Longer than an election, shorter than a caller waits. */
const LIMIT_MS = 30_000;

// #region producer
export const orders = new Producer({
  clientId: "orders",
  // Several, for a start while one of them is down.
  bootstrapBrokers: KAFKA_BROKERS.split(","),
  // All replicas in sync have it, and a retry is written once.
  idempotent: true,
  // As in Java: a key has the same partition whoever sends.
  partitioner: compatibilityPartitioner,
  serializers: { ...stringSerializers, value: encode },
});

/** Resolves when the event is in the log of the replicas. */
export async function publish(event: OrderEvent): Promise<void> {
  const sent = orders.send({
    messages: [
      {
        topic: "order-events",
        key: event.orderId,
        headers: { "event-id": event.eventId },
        value: event,
      },
    ],
  });
  await within(LIMIT_MS, sent, event.eventId);
}

/** By itself an idempotent send is retried without end. */
async function within(
  limitMs: number,
  sent: Promise<unknown>,
  id: string,
): Promise<void> {
  const timer = new AbortController();
  const { signal } = timer;
  const late = sleep(limitMs, undefined, { signal }).then(() => {
    throw new Error(`${id}: unknown after ${limitMs} ms`);
  });
  try {
    await Promise.race([sent, late]);
  } finally {
    timer.abort();
  }
}
// #endregion producer

function encode(event?: OrderEvent): Buffer | undefined {
  if (!event) return undefined;
  return Buffer.from(OrderEvent.encode(event).finish());
}
