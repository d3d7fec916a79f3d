import path from "node:path";
import { type Ending, exitLike, runToEnd } from "../../install/child.mjs";

/** The longest name of a step, so that all lines stand below each other. */
const NAME_WIDTH = 7;

/**
 * Runs another command of `src/commands` to its end. Steps may overlap, so each line says whose it is. Ctrl-C ends this
 * process too.
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

/** Runs Node with these arguments, and prints each line behind the step's name. */
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

/** Somebody pressed Ctrl-C: the codes are a shell's for SIGINT and SIGTERM. */
function isStopped({ code, signal }: Ending): boolean {
  return signal !== null || code === 130 || code === 143;
}
