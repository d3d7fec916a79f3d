import { execFile } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { MemoryReading } from "../scenario.ts";

/** Reads the resident memory of a run's processes twice a second. */
export interface MemoryWatch {
  /** The readings of a process so far, oldest first; none of a process that the lab did not start. */
  readonly readings: (name: string) => readonly MemoryReading[];
  /** Ends the watch; resolves when nothing is read any more. */
  readonly close: () => Promise<void>;
}

/** Readings fall on half seconds of the clock, so that those of several processes, and of programs, fit one another. */
export const READING_MS = 500;
const BYTES_OF_A_KIB = 1_024;
const BYTES_OF_A_MB = 1_000_000;
const run = promisify(execFile);

/** @param pidsOf returns the processes that run now: name → process id */
export function watchMemory(pidsOf: () => ReadonlyMap<string, number>): MemoryWatch {
  const readings = new Map<string, MemoryReading[]>();
  const over = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    while (!over.signal.aborted) {
      const waitMs = READING_MS - (Date.now() % READING_MS);
      await sleep(waitMs, undefined, { signal: over.signal }).catch(() => undefined);
      if (over.signal.aborted) return;
      const atMs = Math.round(Date.now() / READING_MS) * READING_MS;
      const pids = pidsOf();
      const mb = await readMemory([...pids.values()]);
      for (const [name, pid] of pids) {
        const value = mb.get(pid);
        if (value === undefined) continue;
        const own = readings.get(name) ?? [];
        readings.set(name, own);
        own.push({ atMs, mb: value });
      }
    }
  }

  return {
    readings: (name) => readings.get(name) ?? [],
    async close() {
      over.abort();
      await watching;
    },
  };
}

/** Process id → its resident memory in MB, without those that have ended. */
async function readMemory(pids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (pids.length === 0) return new Map();
  // Ends with 1 when none of them runs any more.
  const { stdout } = await run("ps", ["-o", "pid=,rss=", "-p", pids.join()]).catch(() => ({
    stdout: "",
  }));
  return new Map(
    stdout
      .trim()
      .split("\n")
      .map((line): [number, number] => {
        const [pid, kib] = line.trim().split(/\s+/).map(Number);
        return [pid ?? 0, ((kib ?? 0) * BYTES_OF_A_KIB) / BYTES_OF_A_MB];
      }),
  );
}
