import path from "node:path";
import { type Ending, exitLike, runToEnd } from "../../install/child.mjs";

/** The length of the longest step's name, to which the others are padded. */
const NAME_WIDTH = 7;

/**
 * Runs another command of `src/commands` to its end. Each line of output begins with the step's name, since steps may
 * overlap. When the step ends by Ctrl-C or SIGTERM, this process ends too.
 *
 * @example runStep("verify", "verify.ts", ["--kinds"])
 * @returns whether it succeeded
 */
export async function runStep(
  name: string,
  script: string,
  options: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<boolean> {
  const file = path.join(import.meta.dirname, "..", script);
  return (await runNode(name, [...process.execArgv, file, ...options], env)).code === 0;
}

/** Runs Node with these arguments, and prints each line of output after the step's name. */
export async function runNode(
  name: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Ending> {
  const startedAt = performance.now();
  const print = (line: string): void => console.log(`${name.padEnd(NAME_WIDTH)} │ ${line}`);
  const ending = await runToEnd(process.execPath, args, { env }, print);
  if (isStopped(ending)) await exitLike(ending);
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  print(`${ending.code === 0 ? "done" : "FAILED"} in ${seconds} s`);
  return ending;
}

/** Whether a signal ended the process; 130 and 143 are a shell's exit codes for SIGINT and SIGTERM. */
function isStopped({ code, signal }: Ending): boolean {
  return signal !== null || code === 130 || code === 143;
}
