import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "astro";

/**
 * Builds the site of `root` into its folder `into`. What stood there stays until the build has
 * succeeded; a build that throws leaves it as it was.
 *
 * Astro empties its output folder first, so it writes beside, into `.cache/build-<pid>`. Its content
 * cache is in there too: what one build remembers never reaches the next, or another folder's.
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

/** Two renames: a server of `into` misses its files for less than a millisecond. */
function replaceFolder(fresh: string, into: string, old: string): void {
  mkdirSync(dirname(into), { recursive: true });
  try {
    renameSync(into, old);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
  renameSync(fresh, into);
}

/** A killed build cannot clean up after itself; the next one does. */
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
