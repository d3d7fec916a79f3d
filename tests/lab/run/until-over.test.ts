import { expect, test, vi } from "vitest";
import type { FaultWatch } from "../../../src/lab/run/fault-watch.ts";
import type { Programs } from "../../../src/lab/run/programs.ts";
import { untilOver } from "../../../src/lab/run/until-over.ts";

test.each([
  [false, 120],
  [true, 600],
])(
  "a run hangs after two minutes, a long one after ten: %s",
  async (isLong, seconds) => {
    // Each look at the clock is ten seconds later.
    let now = 0;
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (now += 10_000));
    const watch = { hasCaught: () => true } as unknown as FaultWatch;
    const programs = { haveAllEnded: () => false, describe: () => "" } as unknown as Programs;
    const { signal } = new AbortController();
    const run = untilOver(() => false, Promise.resolve(), watch, programs, { isLong, signal });
    await expect(run).rejects.toThrow(`It is not over after ${seconds} s.`);
    clock.mockRestore();
  },
  20_000,
);
