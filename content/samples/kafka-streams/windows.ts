// Events counted in windows of a minute, by the time they carry.
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
  warehouseId: string,
  occurredMs: number,
): string | undefined {
  windows.streamMs = Math.max(windows.streamMs, occurredMs);
  const startMs = occurredMs - (occurredMs % WINDOW_MS);
  const minute = new Date(startMs).toISOString().slice(0, 16);
  const name = `${minute} ${warehouseId}`;
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

function isClosed(name: string, streamMs: number): boolean {
  const startMs = Date.parse(`${name.slice(0, 16)}Z`);
  return startMs + WINDOW_MS + GRACE_MS <= streamMs;
}
