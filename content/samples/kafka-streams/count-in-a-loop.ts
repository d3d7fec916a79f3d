// What must come out, counted from the events in memory.
import {
  occurredMs,
  quarterOfAnHour,
} from "./quarter-of-an-hour.ts";

const MINUTE_MS = 60_000;
const GRACE_MS = 30_000;

/** "2026-03-02T09:00 ams" → 52, in the order of closing. */
export function countInALoop(): Map<string, number> {
  const counts = new Map<string, number>();
  let latestMs = 0;
  for (const event of quarterOfAnHour()) {
    const atMs = occurredMs(event);
    latestMs = Math.max(latestMs, atMs);
    const endMs = (Math.floor(atMs / MINUTE_MS) + 1) * MINUTE_MS;
    if (endMs + GRACE_MS <= latestMs) continue;
    const minute = event.occurredAt?.toISOString().slice(0, 16);
    const name = `${minute} ${event.warehouseId}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const inOrder = [...counts].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  // The last is open: it has only begun.
  return new Map(inOrder.slice(0, -1));
}
