import path from "node:path";
import type { Receipt } from "./receipt.ts";

/**
 * Lists the TypeScript programs that were started for a receipt.
 *
 * @param sample path of the sample below `content/samples`; recorded commands are relative to its folder
 * @returns paths below `content/samples`
 */
export function startedFiles({ compared }: Receipt, sample: string): readonly string[] {
  const commands = compared.runs.flatMap(({ programs }) => programs.map(({ command }) => command));
  const files = commands.flatMap((command) => /^node (\S+)/.exec(command)?.[1] ?? []);
  return [...new Set(files)].map((file) => path.posix.join(path.posix.dirname(sample), file));
}
