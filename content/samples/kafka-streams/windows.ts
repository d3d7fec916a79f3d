// Events counted in windows of a minute, by the time they carry.
import type { OrderEvent } from "../gen/shop/v1/orders.ts";

const WINDOW_MS = 60_000;
const GRACE_MS = 30_000;

/** What has to survive: the open windows, and the stream time. */
export interface Windows {
  /** "2026-03-02T09:00 ams" → 52. */
  readonly counts: Map<string, number>;
  /** The latest time that any event has carried, in ms. */
  streamMs: number;
}

/** Returns the window that the event is in, if it is open. */
export function countEvent(
  windows: Windows,
  event: OrderEvent,
): string | undefined {
  const atMs = occurredMs(event);
  windows.streamMs = Math.max(windows.streamMs, atMs);
  const startMs = atMs - (atMs % WINDOW_MS);
  const minute = new Date(startMs).toISOString().slice(0, 16);
  const name = `${minute} ${event.warehouseId}`;
  if (isClosed(name, windows.streamMs)) return undefined;
  windows.counts.set(name, (windows.counts.get(name) ?? 0) + 1);
  return name;
}

/** Takes out those that no event can be counted in any more. */
export function closeWindows({ counts, streamMs }: Windows) {
  const closed = [...counts]
    .filter(([name]) => isClosed(name, streamMs))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  for (const [name] of closed) counts.delete(name);
  return closed;
}

/** When it happened, by the clock of Orders, in ms. */
export function occurredMs({ occurredAt }: OrderEvent): number {
  if (!occurredAt) throw new Error("An event has a time.");
  return occurredAt.getTime();
}

function isClosed(name: string, streamMs: number): boolean {
  const startMs = Date.parse(`${name.slice(0, 16)}Z`);
  return startMs + WINDOW_MS + GRACE_MS <= streamMs;
}
