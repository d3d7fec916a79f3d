// The expected results, counted from the events in memory.
import { quarterOfAnHour } from "./quarter-of-an-hour.ts";
import { occurredMs } from "./windows.ts";

const MINUTE_MS = 60_000;

/** "2026-03-02T09:00 ams" → 52, in the order of closing. */
export function countInALoop(
  graceMs: number,
): Map<string, number> {
  const counts = new Map<string, number>();
  let latestMs = 0;
  for (const event of quarterOfAnHour()) {
    const atMs = occurredMs(event);
    latestMs = Math.max(latestMs, atMs);
    const startMs = Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
    if (startMs + MINUTE_MS + graceMs <= latestMs) continue;
    const minute = new Date(startMs).toISOString().slice(0, 16);
    const name = `${minute} ${event.warehouseId}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const inOrder = [...counts].sort(([one], [other]) =>
    one < other ? -1 : 1,
  );
  // The last window has only begun: it is still open.
  return new Map(inOrder.slice(0, -1));
}
