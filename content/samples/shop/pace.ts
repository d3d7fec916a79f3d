// Events that happen at a steady rate, by the clock.
import { setTimeout as sleep } from "node:timers/promises";

const SECOND_MS = 1_000;

/**
 * Each item as soon as it is due. Nobody has to be there in time:
 * what became due meanwhile comes without a pause.
 */
export async function* paced<Item>(
  items: Iterable<Item>,
  perSecond: number,
): AsyncGenerator<Item, void, undefined> {
  const startMs = performance.now();
  let place = 0;
  for (const item of items) {
    const dueMs = startMs + (place * SECOND_MS) / perSecond;
    const earlyMs = dueMs - performance.now();
    if (earlyMs > 0) await sleep(earlyMs);
    place += 1;
    yield item;
  }
}
