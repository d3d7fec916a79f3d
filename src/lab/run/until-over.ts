import { setTimeout as sleep } from "node:timers/promises";
import type { Cast } from "./cast.ts";
import type { Strike } from "./strike.ts";

/** A run that takes longer than this hangs. */
const LIMIT_MS = 120_000;
const LOOK_MS = 5;

/**
 * Waits until the strike is made and the run is over.
 *
 * @throws Error when it will never be: what was to be held did not come, nobody is left, or it takes too long
 */
export async function untilOver(
  isOver: () => boolean,
  strike: Strike,
  cast: Cast,
  signal: AbortSignal,
): Promise<void> {
  let isStruck = false;
  let failure: unknown;
  strike.done.then(
    () => (isStruck = true),
    (error: unknown) => (failure = error),
  );
  const limit = performance.now() + LIMIT_MS;
  const fail = (why: string): never => {
    throw new Error(`${why}\n${cast.describe()}`);
  };
  while (!(isStruck && isOver())) {
    if (failure !== undefined) throw failure;
    if (!strike.hasCaught() && isOver()) fail("It is over, and the event to hold never came.");
    if ((isStruck || !strike.hasCaught()) && cast.haveAllEnded() && !isOver()) {
      fail("All programs have ended, and it is not over.");
    }
    if (performance.now() > limit) fail(`It is not over after ${LIMIT_MS / 1_000} s.`);
    await sleep(LOOK_MS, undefined, { signal });
  }
  if (!strike.hasCaught()) fail("It is over, and no connection was cut.");
}
