// A Warehouse that handles 400 events a second, however many come.
import { setTimeout as sleep } from "node:timers/promises";
import type { OrderEvent } from "../gen/shop/v1/orders.ts";
import { EVENTS, placeOf } from "./burst.ts";
import { measure } from "./measure.ts";

const EACH_MS = 2.5;
const LATE_MS = 200;
/** The end of a run is measured too. */
const AFTERWARDS_MS = 1_500;

/** @param inMemory events that are here and not handled */
export function openSlowHandler(inMemory: () => number) {
  const isHandled = new Set<number>();
  let first = 0; // of those that are not handled
  let nextMs = 0;
  let twice = 0;
  const stop = measure("warehouse.tsv", () => [
    isHandled.size,
    first,
    inMemory(),
  ]);
  return {
    async handle(event: OrderEvent): Promise<void> {
      // What a busy machine held up is made up for.
      const latestMs = performance.now() - LATE_MS;
      nextMs = Math.max(nextMs, latestMs) + EACH_MS;
      const earlyMs = nextMs - performance.now();
      // A timer takes 1 ms or more.
      if (earlyMs > 1) await sleep(earlyMs);
      const place = placeOf(event);
      if (isHandled.has(place)) twice += 1;
      isHandled.add(place);
      while (isHandled.has(first)) first += 1;
    },
    isDone: () => isHandled.size === EVENTS,
    async report(): Promise<void> {
      await sleep(AFTERWARDS_MS);
      stop();
      console.log(`${isHandled.size} handled, ${twice} twice`);
    },
  };
}
