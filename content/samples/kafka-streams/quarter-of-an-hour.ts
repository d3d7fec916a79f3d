// The standard run over a quarter of an hour, some of it late.
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { standardRun } from "../shop/standard-run.ts";

const OPENING_MS = Date.UTC(2026, 2, 2, 9);
const INTERVAL_MS = 900;
const DAY_MS = 86_400_000;
// How late payments are reported: within the grace, and after it.
const LATE_MS = 25_000;
const TOO_LATE_MS = 180_000;

/** In the order in which Orders hears of them. */
export function quarterOfAnHour(): OrderEvent[] {
  const heard = standardRun().map((event, index) => {
    const occurredMs = OPENING_MS + index * INTERVAL_MS;
    const occurredAt = new Date(occurredMs);
    const heardMs = occurredMs + delayOf(event);
    return { event: { ...event, occurredAt }, heardMs };
  });
  heard.sort((one, other) => one.heardMs - other.heardMs);
  return [...heard.map(({ event }) => event), nextMorning()];
}

function delayOf({ orderId, change }: OrderEvent): number {
  if (change?.$case !== "paid") return 0;
  const order = Number(orderId.slice(2));
  if (order % 50 === 13) return TOO_LATE_MS;
  return order % 20 === 7 ? LATE_MS : 0;
}

/** Windows close when a later event comes: here is one. */
function nextMorning(): OrderEvent {
  const address = "251 Canal Street, 1017 AB Amsterdam";
  return {
    eventId: "o-251.1",
    orderId: "o-251",
    warehouseId: "ams",
    occurredAt: new Date(OPENING_MS + DAY_MS),
    change: { $case: "placed", value: { address } },
  };
}
