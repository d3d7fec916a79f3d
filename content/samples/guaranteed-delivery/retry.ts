// Work that failed is tried again, later and later, up to a limit.
import { setTimeout as sleep } from "node:timers/promises";

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 10_000;
const ATTEMPTS = 10;

// #region retry
/** Thrown by work that fails in the same way each time. */
export class FailsForGood extends Error {
  override readonly name = "FailsForGood";
}

/** Every other error may pass, an unknown one included. */
export async function retry(
  work: () => Promise<void>,
  firstWaitMs = FIRST_WAIT_MS,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await work();
      return;
    } catch (error) {
      if (error instanceof FailsForGood) throw error;
      if (attempt === ATTEMPTS) throw error;
      const doubledMs = firstWaitMs * 2 ** (attempt - 1);
      const mostMs = Math.min(doubledMs, LONGEST_WAIT_MS);
      // Up to half less, by chance: many readers that failed at
      // once do not come back at once.
      await sleep(mostMs * (1 - Math.random() / 2));
    }
  }
}
// #endregion retry
