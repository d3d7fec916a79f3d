import { mkdir, rm, stat, utimes } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ListedSample } from "./built-site.ts";

/** Folders whose programs listen at the ports that pages or the configurations of proxies name. */
const FOLDERS = /^(?:proxies|quick-start|scalability)\//;
const LOCK = path.join(tmpdir(), "wire-and-log-fixed-ports");
const LOOK_MS = 50;
/** Whoever has the lock touches it this often; one that nobody has touched for long was left behind. */
const HELD_MS = 5_000;
const LEFT_BEHIND_MS = 60_000;

/** Does `work` with a sample; with one that listens at fixed ports, only while no other test file does. */
export async function withItsPorts<Result>(
  { path: file }: Pick<ListedSample, "path">,
  work: () => Promise<Result>,
): Promise<Result> {
  return FOLDERS.test(file) ? withFixedPorts(work) : work();
}

/** Does `work`, which listens at the ports that pages name, only while no other test file does. */
export async function withFixedPorts<Result>(work: () => Promise<Result>): Promise<Result> {
  while (!(await take())) await sleep(LOOK_MS);
  const held = setInterval(
    () => void utimes(LOCK, new Date(), new Date()).catch(() => undefined),
    HELD_MS,
  );
  try {
    return await work();
  } finally {
    clearInterval(held);
    await rm(LOCK, { recursive: true, force: true });
  }
}

async function take(): Promise<boolean> {
  try {
    await mkdir(LOCK);
    return true;
  } catch {
    const made = await stat(LOCK).catch(() => undefined);
    if (made !== undefined && Date.now() - made.mtimeMs > LEFT_BEHIND_MS)
      await rm(LOCK, { recursive: true, force: true });
    return false;
  }
}
