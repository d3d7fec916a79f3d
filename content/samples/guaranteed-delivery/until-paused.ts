// Waits for pause-followers.ts, which leaves a file while it acts.
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** It is there from the pause until another broker leads. */
export const PAUSED = path.join(
  import.meta.dirname,
  "followers-paused",
);
const LOOK_MS = 20;
const PATIENCE_MS = 60_000;

export const untilPaused = () => until(() => existsSync(PAUSED));
export const untilOver = () => until(() => !existsSync(PAUSED));

/** Throws when it has waited for a minute. */
export async function until(
  isSo: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error("too late");
    await sleep(LOOK_MS);
  }
}
