// Writes down what a program counts, twice a second.
import { appendFileSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

const HALF_SECOND_MS = 500;
const SHORTLY_BEFORE_MS = 100;

setFlagsFromString("--expose-gc");
const collect: unknown = runInNewContext("gc");

/**
 * A line on each half second of the clock, so that the lines of
 * several programs fit one another: time, then the counts. Garbage
 * is collected shortly before, so that it is no part of the memory
 * that is read from outside. Returns what ends it.
 */
export function measure(
  file: string,
  count: () => readonly number[],
): () => void {
  writeFileSync(file, "");
  const over = new AbortController();
  const { signal } = over;
  async function write(): Promise<void> {
    while (true) {
      const atMs = nextMs(SHORTLY_BEFORE_MS);
      await untilMs(atMs - SHORTLY_BEFORE_MS, signal);
      if (typeof collect === "function") collect();
      await untilMs(atMs, signal);
      appendFileSync(file, `${[atMs, ...count()].join("\t")}\n`);
    }
  }
  write().catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  return () => over.abort();
}

/** A half second of the clock, at least 1 s from now. */
export function soonMs(): number {
  return nextMs(2 * HALF_SECOND_MS);
}

/** The first half second of the clock that is so far away. */
function nextMs(atLeastMs: number): number {
  const places = (Date.now() + atLeastMs) / HALF_SECOND_MS;
  return Math.ceil(places) * HALF_SECOND_MS;
}

async function untilMs(
  atMs: number,
  signal: AbortSignal,
): Promise<void> {
  const waitMs = Math.max(0, atMs - Date.now());
  await sleep(waitMs, undefined, { signal });
}
