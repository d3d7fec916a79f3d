// Orders publishes the burst, whoever reads it:
// node publish-burst.ts
import {
  openOrders,
  recordOf,
} from "../kafka/orders-producer.ts";
import { burst, EVENTS } from "./burst.ts";
import { measure, soonMs } from "./measure.ts";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";

/** 10 kB each: a request stays under 1 MiB. */
const AT_A_TIME = 60;

const REHEARSED = 900;

const orders = openOrders();

/** Resolves when the broker has them. */
async function publish(
  topic: string,
  events: readonly OrderEvent[],
): Promise<void> {
  const messages = events.map((event) => ({
    ...recordOf(event),
    topic,
  }));
  await orders.send({ messages });
}

/** What a new process and a new broker are slow at, once. */
async function rehearse(): Promise<void> {
  const events: OrderEvent[] = [];
  for await (const event of burst(0)) {
    events.push(event);
    if (events.length === REHEARSED) break;
  }
  while (events.length > 0) {
    await publish("rehearsal", events.splice(0, AT_A_TIME));
  }
}

await rehearse();
const startMs = soonMs();
let acknowledged = 0;
const stop = measure("orders.tsv", () => [
  startMs,
  acknowledged,
  0,
]);
try {
  let events: OrderEvent[] = [];
  let taken = 0;
  for await (const event of burst(startMs)) {
    taken += 1;
    events.push(event);
    const isFull = events.length === AT_A_TIME;
    if (!isFull && taken < EVENTS) continue;
    await publish("order-events", events);
    acknowledged += events.length;
    events = [];
  }
  console.log(`${acknowledged} acknowledged`);
  // It lives on, so that its memory is measured to the end.
  await new Promise((resolve) =>
    process.once("SIGTERM", resolve),
  );
} finally {
  stop();
  await orders.close();
}
