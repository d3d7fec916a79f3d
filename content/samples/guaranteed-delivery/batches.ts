// Batches of a stream: so many items, or those that came in time.
import { setTimeout as sleep } from "node:timers/promises";

// #region batches
/** Each batch has one item at least, and waits for no more. */
export async function* batches<Item>(
  items: AsyncIterable<Item>,
  most: number,
  longestMs: number,
): AsyncGenerator<Item[], void, undefined> {
  const reader = items[Symbol.asyncIterator]();
  let next = ask(reader);
  while (true) {
    const first = await next;
    if (first.done) return;
    const batch = [first.value];
    next = ask(reader);
    const late = sleep(longestMs, undefined, { ref: false });
    while (batch.length < most) {
      const item = await Promise.race([next, late]);
      if (!item || item.done) break;
      batch.push(item.value);
      next = ask(reader);
    }
    yield batch;
  }
}

function ask<Item>(
  reader: AsyncIterator<Item>,
): Promise<IteratorResult<Item>> {
  const next = reader.next();
  // A call may break while a batch is worked on: the error is
  // thrown when the next batch is asked for, and not before.
  next.catch(() => undefined);
  return next;
}
// #endregion batches
