import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

export const commandsFolder = join(import.meta.dirname, "..", "..", "src", "commands");

export interface RunningCommand {
  readonly child: ChildProcess;
  /** Everything printed so far, on both streams. */
  readonly output: () => string;
  /** Resolves when `text` has been printed; rejects when the process ends before. */
  readonly printed: (text: string) => Promise<void>;
  readonly ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

/**
 * Runs a file of src/commands, or another by its absolute path, in `root`; kills it when the test
 * is over.
 */
export function runCommand(
  root: string,
  file: string,
  options: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): RunningCommand {
  const child = spawn(process.execPath, [resolve(commandsFolder, file), ...options], {
    cwd: root,
    // Vitest's own environment would have Astro believe that it runs inside a test.
    env: { ...withoutVitest(process.env), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const collect = (chunk: Buffer): void => {
    output += chunk.toString("utf8");
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  const printed = async (text: string): Promise<void> => {
    let isOver = false;
    void ended.then(() => (isOver = true));
    while (!output.includes(text)) {
      if (isOver) throw new Error(`ended without printing ${JSON.stringify(text)}:\n${output}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  return { child, output: () => output, printed, ended };
}

function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(
    ([name]) => !/^(VITEST|NODE_ENV$|TEST$|DEV$|PROD$|SSR$|npm_lifecycle_event$)/.test(name),
  );
  return Object.fromEntries(kept);
}
