// The standard run: 250 orders, 1,000 events, always the same.
import type { OrderEvent } from "../gen/shop/v1/orders.ts";

export const ORDERS = 250;
const OPEN_ORDERS = 20;
const SEED = 137;
const OPENING_MS = Date.UTC(2026, 2, 2, 9);
const INTERVAL_MS = 10;
const CITIES = {
  ams: "1017 AB Amsterdam, The Netherlands",
  ber: "10115 Berlin, Germany",
  mad: "28001 Madrid, Spain",
};

/**
 * The four events of an order come in their order, those of the
 * 20 orders that are open at a time mixed.
 */
export function standardRun(): OrderEvent[] {
  const draw = createDraw(SEED);
  const later = Array.from({ length: ORDERS }, (_, index) =>
    eventsOf(index + 1),
  );
  const open = later.splice(0, OPEN_ORDERS);
  const events: OrderEvent[] = [];
  while (open.length > 0) {
    const place = draw(open.length);
    const [event, ...rest] = open[place] ?? [];
    if (event) {
      const elapsedMs = events.length * INTERVAL_MS;
      const occurredAt = new Date(OPENING_MS + elapsedMs);
      events.push({ ...event, occurredAt });
    }
    const instead = rest.length > 0 ? [rest] : later.splice(0, 1);
    open.splice(place, 1, ...instead);
  }
  return events;
}

/** "o-137" for order 137. */
export function orderIdOf(order: number): string {
  return `o-${String(order).padStart(3, "0")}`;
}

/** Whether the shop has such an order. */
export function isOrder(orderId: string): boolean {
  const order = Number(orderId.slice(2));
  return (
    order >= 1 && order <= ORDERS && orderId === orderIdOf(order)
  );
}

/** Where the parcel of an order has to go: its last address. */
export function lastAddressOf(order: number): string {
  return `${order} Harbour Road, 3rd floor, ${cityOf(order)}`;
}

function eventsOf(order: number): OrderEvent[] {
  const orderId = orderIdOf(order);
  const placed = {
    address: `${order} Canal Street, ${cityOf(order)}`,
  };
  const paid = {
    amountCents: 1_995n,
    currency: "EUR",
    paymentId: `card-2026-03-02-${orderId}`,
  };
  const addressChanged = { address: lastAddressOf(order) };
  const changes: NonNullable<OrderEvent["change"]>[] = [
    { $case: "placed", value: placed },
    { $case: "paid", value: paid },
    { $case: "addressChanged", value: addressChanged },
    { $case: "released", value: {} },
  ];
  const warehouseId = warehouseOf(order);
  return changes.map((change, index) => {
    const eventId = `${orderId}.${index + 1}`;
    return { eventId, orderId, warehouseId, change };
  });
}

/** Of 20 orders 16 leave from ams, 3 from ber, 1 from mad. */
function warehouseOf(order: number): keyof typeof CITIES {
  const rest = order % 20;
  return rest === 0 ? "mad" : rest <= 3 ? "ber" : "ams";
}

function cityOf(order: number): string {
  return CITIES[warehouseOf(order)];
}

/** Numbers below a bound, the same ones for the same seed. */
function createDraw(seed: number): (bound: number) => number {
  let state = seed;
  return (bound) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * bound);
  };
}
