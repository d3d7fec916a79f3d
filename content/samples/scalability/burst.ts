// Black Friday: 3,000 orders of 10 kB are placed within 2 s.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";

export const EVENTS = 3_000;
export const PER_SECOND = 1_500;
const SECOND_MS = 1_000;
/** 10,000 characters in base64. */
const ADDRESS_BYTES = 7_500;

/** When an order is placed, in ms after the burst began. */
export function placedAfterMs(place: number): number {
  return (place * SECOND_MS) / PER_SECOND;
}

/** The burst, as from a table: a row is read when asked for. */
export async function* burst(
  startMs: number,
): AsyncGenerator<OrderEvent, void, undefined> {
  for (let place = 0; place < EVENTS; place += 1) {
    const occurredMs = startMs + placedAfterMs(place);
    const earlyMs = occurredMs - Date.now();
    if (earlyMs > 0) await sleep(earlyMs);
    const orderId = `o-${place}`;
    yield {
      eventId: `${orderId}.1`,
      orderId,
      warehouseId: "ams",
      occurredAt: new Date(occurredMs),
      // Other characters in each: a string that all events share
      // would be in memory once.
      change: {
        $case: "placed",
        value: { address: longAddress() },
      },
    };
  }
}

/** The place of an event in the burst, from 0. */
export function placeOf({ orderId }: OrderEvent): number {
  return Number(orderId.slice("o-".length));
}

function longAddress(): string {
  return randomBytes(ADDRESS_BYTES).toString("base64");
}
