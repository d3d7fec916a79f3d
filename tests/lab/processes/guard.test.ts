import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";

/** A process that opens a guard, makes a folder, starts processes without end, and says the names of all. */
const RUNNER = `
  import { openGuard } from ${JSON.stringify(new URL("../../../src/lab/processes/guard.ts", import.meta.url).href)};
  const guard = openGuard();
  process.on("SIGTERM", () => process.exit(143));
  const folder = guard.makeFolder("guard-test");
  console.log(folder);
  for (let started = 0; started < 40; started++) {
    const child = guard.spawn("/bin/sh", ["-c", "sleep 1000 & sleep 1001"], { cwd: folder });
    console.log(child.pid);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  console.log("all");
  if (process.argv[1] === "close") guard.close();
  else setInterval(() => undefined, 1_000);
`;

function startRunner(...args: string[]) {
  const runner = spawn(
    process.execPath,
    ["--input-type=module-typescript", "--eval", RUNNER, ...args],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const said: string[] = [];
  createInterface({ input: runner.stdout }).on("line", (line) => said.push(line));
  return { runner, said };
}

async function untilNothingIsLeft(said: readonly string[]): Promise<void> {
  await expect.poll(() => said.filter(isLeft), { timeout: 10_000 }).toEqual([]);
}

function isLeft(what: string): boolean {
  if (what.startsWith("/")) return existsSync(what);
  if (!/^\d+$/.test(what)) return false;
  try {
    // The whole group: a child of a child counts.
    process.kill(-Number(what), 0);
    return true;
  } catch {
    return false;
  }
}

const hasEnded = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
};

describe("of what a guard began nothing is left", () => {
  test("when it is closed", async () => {
    const { runner, said } = startRunner("close");
    await hasEnded(runner);
    expect(said.at(-1)).toBe("all");
    expect(said.length).toBe(42);
    await untilNothingIsLeft(said);
  });

  test.each([
    ["SIGTERM", 90],
    ["SIGKILL", 60],
    ["SIGKILL", 97],
    ["SIGKILL", 151],
    ["SIGKILL", 223],
  ] as const)(
    "when its process gets %s while it starts others, after %i ms",
    async (signal, ms) => {
      const { runner, said } = startRunner();
      await expect.poll(() => said.length).toBeGreaterThan(1);
      await sleep(ms);
      runner.kill(signal);
      await hasEnded(runner);
      await untilNothingIsLeft(said);
    },
  );
});

test("what a process leaves behind in its group ends with it", async () => {
  const { openGuard } = await import("../../../src/lab/processes/guard.ts");
  const guard = openGuard();
  const child = guard.spawn("/bin/sh", ["-c", "sleep 1000 & echo done"], { cwd: "/" });
  await once(child, "exit");
  await untilNothingIsLeft([String(child.pid)]);
  guard.close();
});
