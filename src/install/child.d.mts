import type { SpawnOptions } from "node:child_process";

export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

export function runToEnd(
  command: string,
  options: readonly string[],
  spawnOptions?: SpawnOptions,
  onLine?: (line: string) => void,
): Promise<Ending>;
export function exitLike(ending: Ending): Promise<never>;
