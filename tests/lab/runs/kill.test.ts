import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { copyProject, type ProjectCopy } from "./project-copy.ts";

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
  readdirSync(tmpdir()).filter((name) => name.startsWith("wire-and-log-run-"));

/** Every receipt is whole: JSON as it was, or as a finished run writes it. */
function readReceipts(): void {
  const folder = path.join(copy.root, "content", "receipts");
  for (const file of readdirSync(folder, { recursive: true }).map(String)) {
    if (file.endsWith(".json")) JSON.parse(readFileSync(path.join(folder, file), "utf8"));
    else if (path.extname(file) !== "") expect(file).toMatch(/\.\d+\.wire\.txt$/);
  }
}

describe("of a run that is ended by", () => {
  test.each([
    ["SIGINT", 2_600],
    ["SIGTERM", 3_400],
    ["SIGKILL", 1_900],
    ["SIGKILL", 2_900],
    ["SIGKILL", 4_700],
  ] as const)(
    "%s after %i ms no process, no folder and no half receipt is left",
    async (signal, ms) => {
      const foldersBefore = new Set(listFolders());
      const verify = copy.startVerify("streaming-modes", "guaranteed-delivery/push", "--update");
      await sleep(ms);
      expect(verify.exitCode).toBeNull();
      verify.kill(signal);
      await once(verify, "exit");
      await expect.poll(listProcesses, { timeout: 10_000 }).toEqual([]);
      await expect
        .poll(() => listFolders().filter((folder) => !foldersBefore.has(folder)), {
          timeout: 10_000,
        })
        .toEqual([]);
      readReceipts();
    },
  );
});

test.skipIf(!existsSync("/proc/self/environ"))(
  "the test would see a process that is left",
  async () => {
    const verify = copy.startVerify("streaming-modes", "--update");
    await expect.poll(() => listProcesses().length, { timeout: 10_000 }).toBeGreaterThan(2);
    verify.kill("SIGKILL");
    await once(verify, "exit");
    await expect.poll(listProcesses, { timeout: 10_000 }).toEqual([]);
  },
);
