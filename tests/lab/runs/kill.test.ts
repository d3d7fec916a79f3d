import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listFiles } from "../../../src/disk/list-files.ts";
import { some } from "../../whole.ts";
import { copyProject, type ProjectCopy } from "./project-copy.ts";

/** For what hangs; beside other work a check alone can take minutes. */
const LIMIT_MS = 480_000;
let copy: ProjectCopy;
beforeAll(() => {
  copy = copyProject();
});
afterAll(() => copy.remove());

/** Command lines of processes that run out of a folder of the lab, or out of the copy. */
function listProcesses(): string[] {
  const { stdout } = spawnSync("ps", ["-eo", "pid,args"], { encoding: "utf8" });
  const own = stdout.split("\n").filter((line) => line.includes(copy.root) || isInRun(line));
  return own.map((line) => line.trim());
}

function isInRun(line: string): boolean {
  const pid = /^\s*(\d+)/.exec(line)?.[1];
  try {
    return readFileSync(`/proc/${pid}/environ`, "utf8").includes(copy.root);
  } catch {
    return false;
  }
}

const listFolders = (): string[] =>
  readdirSync(copy.temporary).filter((name) => name.startsWith("wire-and-log-run-"));
const receipts = (): string => path.join(copy.root, "content", "receipts");

/** Every receipt is whole: JSON as it was, or as a finished run writes it. */
function readReceipts(): void {
  for (const file of listFiles(receipts())) {
    if (file.endsWith(".json")) JSON.parse(readFileSync(path.join(receipts(), file), "utf8"));
    else expect(file).toMatch(/\.\d+\.wire\.txt$/);
  }
}

/** What has happened by then, so that there is something to leave behind. */
const MOMENTS: Readonly<Record<string, (startedAt: number) => boolean>> = {
  "the first run has a folder": () => listFolders().length > 0,
  "programs run": () => listFolders().length > 1 && listProcesses().length > 4,
  "a receipt has been written": (startedAt) =>
    listFiles(receipts()).some((file) => statSync(path.join(receipts(), file)).mtimeMs > startedAt),
};
const CASES = [
  ["SIGKILL", "programs run"],
  ["SIGKILL", "the first run has a folder"],
  ["SIGINT", "programs run"],
  ["SIGKILL", "a receipt has been written"],
  ["SIGTERM", "programs run"],
] as const;

describe("of a run that is ended nothing is left, no process, no folder and no half receipt:", () => {
  test.each(some(CASES, 2))("%s when %s", async (signal, moment) => {
    const startedAt = Date.now();
    const verify = copy.startVerify("streaming-modes", "--update");
    verify.stdout?.resume();
    verify.stderr?.resume();
    await expect
      .poll(() => MOMENTS[moment]?.(startedAt), { timeout: LIMIT_MS, interval: 20 })
      .toBe(true);
    expect(verify.exitCode).toBeNull();
    verify.kill(signal);
    await once(verify, "exit");
    await expect.poll(listProcesses, { timeout: LIMIT_MS }).toEqual([]);
    await expect.poll(listFolders, { timeout: LIMIT_MS }).toEqual([]);
    readReceipts();
  });
});

test.skipIf(!existsSync("/proc/self/environ"))(
  "the test would see a process that is left",
  async () => {
    const verify = copy.startVerify("streaming-modes", "--update");
    await expect.poll(() => listProcesses().length, { timeout: LIMIT_MS }).toBeGreaterThan(2);
    verify.kill("SIGKILL");
    await once(verify, "exit");
    await expect.poll(listProcesses, { timeout: LIMIT_MS }).toEqual([]);
  },
);
