import { execFile } from "node:child_process";

/** What a command cost. */
export interface Cost {
  /** Processor time of the command and all its children, in user and kernel mode. */
  readonly cpuMs: number;
  readonly wallMs: number;
}

/**
 * Runs a program and measures it together with everything it started. The shell does the counting: its `times` prints
 * its own processor time and that of its children.
 *
 * @throws when the program fails, with what it printed
 */
export function measure(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Cost> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    execFile(
      "/bin/sh",
      ["-c", '"$@" >&2 || exit; times', "sh", program, ...args],
      { ...options, maxBuffer: 1 << 28 },
      (error, stdout, stderr) => {
        if (error !== null) reject(new Error(`${program} failed:\n${stderr}`, { cause: error }));
        else resolve({ cpuMs: readTimes(stdout), wallMs: performance.now() - started });
      },
    );
  });
}

/** Reads the output of `times`. The second line, such as `1m2.5s 0m0.25s`, is the time of the shell's children. */
function readTimes(text: string): number {
  const times = [...text.matchAll(/(\d+)m([\d.]+)s/g)].slice(2);
  return times.reduce((sum, [, m, s]) => sum + Number(m) * 60_000 + Number(s) * 1_000, 0);
}

/** Returns how many milliseconds of wall-clock time `work` takes. */
export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(middle)] ?? 0)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}
