import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "astro";

/**
 * Builds the site of `root` into the folder `into`. The old site stays there until the build has
 * succeeded, so a build that throws changes nothing.
 *
 * Astro empties its output folder first, so the build writes into `.cache/build-<pid>`. Astro's
 * content cache is in that folder too: builds share no cache, whether they follow each other or overlap.
 */
export async function buildSite(root: string, into: string): Promise<void> {
  const cache = join(root, ".cache");
  removeAbandonedBuilds(cache);
  const work = join(cache, `build-${process.pid}`);
  const removeWork = (): void => rmSync(work, { recursive: true, force: true });
  process.once("exit", removeWork);
  try {
    await build({
      root,
      outDir: join(work, "site"),
      cacheDir: join(work, "astro"),
      logLevel: "warn",
    });
    replaceFolder(join(work, "site"), into, join(work, "old"));
  } finally {
    process.off("exit", removeWork);
    removeWork();
  }
}

/** Swaps folders by two renames: a server of `into` misses its files for less than a millisecond. */
function replaceFolder(fresh: string, into: string, old: string): void {
  mkdirSync(dirname(into), { recursive: true });
  try {
    renameSync(into, old);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  renameSync(fresh, into);
}

/** Removes the work folders of builds that were killed and could not clean up. */
function removeAbandonedBuilds(cache: string): void {
  for (const name of listFolder(cache)) {
    const pid = /^build-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isRunning(Number(pid))) {
      rmSync(join(cache, name), { recursive: true, force: true });
    }
  }
}

function listFolder(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
