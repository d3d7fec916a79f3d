import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { READING_MS, watchMemory } from "../../../src/lab/run/watch-memory.ts";

test("reads the memory of processes on half seconds of the clock, as MB, until it is closed", async () => {
  const watch = watchMemory(() => new Map([["this one", process.pid]]));
  const { rss } = process.memoryUsage();
  await sleep(3 * READING_MS);
  await watch.close();
  const readings = watch.readings("this one");
  expect(readings.length).toBeGreaterThanOrEqual(2);
  for (const { atMs, mb } of readings) {
    expect(atMs % READING_MS).toBe(0);
    expect(mb).toBeGreaterThan((0.5 * rss) / 1e6);
    expect(mb).toBeLessThan((2 * rss) / 1e6);
  }
  await sleep(2 * READING_MS);
  expect(watch.readings("this one")).toHaveLength(readings.length);
  expect(watch.readings("another")).toEqual([]);
});

test("has no reading of a process that has ended", async () => {
  // No process has this id: it is over the most that systems give.
  const watch = watchMemory(() => new Map([["gone", 2 ** 30]]));
  await sleep(2 * READING_MS);
  await watch.close();
  expect(watch.readings("gone")).toEqual([]);
});
