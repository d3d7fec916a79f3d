import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../../report/failure.mjs";
import type { FaultWatch } from "./fault-watch.ts";
import type { Programs } from "./programs.ts";

/** A run that takes longer than this counts as hanging; the second is for scenarios that are `long`. */
const LIMIT_MS = 120_000;
const LONG_LIMIT_MS = 600_000;
/** Between two evaluations of `over`, which may count everything that has crossed so far each time. */
const LOOK_MS = 50;

/**
 * Waits until the fault has been injected and the run is over.
 *
 * @param fault resolves when the fault has been injected
 * @throws Failure when an event of the held point did not come, all programs ended too early, or the run takes too long
 */
export async function untilOver(
  isOver: () => boolean,
  fault: Promise<void>,
  watch: FaultWatch,
  programs: Programs,
  { isLong, signal }: { readonly isLong: boolean; readonly signal: AbortSignal },
): Promise<void> {
  let isMade = false;
  let failure: unknown;
  fault.then(
    () => (isMade = true),
    (error: unknown) => (failure = error),
  );
  const limitMs = isLong ? LONG_LIMIT_MS : LIMIT_MS;
  const limit = performance.now() + limitMs;
  for (;;) {
    if (failure !== undefined) throw failure;
    const isDone = isOver();
    if (!watch.hasCaught()) {
      if (isDone) throw missed("It is over, and what its held point means never came.", programs);
    } else if (isMade && isDone) return;
    if (!isDone && (isMade || !watch.hasCaught()) && programs.haveAllEnded() && !isOver()) {
      throw notOver("All programs have ended, and it is not over.", programs);
    }
    if (performance.now() > limit) {
      throw notOver(`It is not over after ${limitMs / 1_000} s.`, programs);
    }
    await sleep(LOOK_MS, undefined, { signal });
  }
}

function missed(why: string, { describe }: Programs): Failure {
  return new Failure("fault-missed", `${why}\n${describe()}`);
}

function notOver(why: string, { describe }: Programs): Failure {
  return new Failure("run-not-over", `${why}\n${describe()}`);
}
