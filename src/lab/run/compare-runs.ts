import { isDeepStrictEqual } from "node:util";
import type { ComparedRun, ProgramRun } from "../../receipts/receipt.ts";

/** Lists how a run differs from the recorded one, one line for each difference, with the recorded value first. */
export function compareRuns(recorded: ComparedRun | undefined, now: ComparedRun): string[] {
  if (recorded === undefined) return ["It was not recorded."];
  const differences = [
    ...compareCounts(recorded.counts, now.counts),
    ...compareCounts(recorded.holds, now.holds),
    ...comparePrograms(recorded.programs, now.programs),
  ];
  if (differences.length === 0 && !isDeepStrictEqual(recorded, now)) {
    return ["It is recorded under another name, or in another order."];
  }
  return differences;
}

function compareCounts(
  recorded: Readonly<Record<string, number | boolean>>,
  now: Readonly<Record<string, number | boolean>>,
): string[] {
  const names = [...new Set([...Object.keys(recorded), ...Object.keys(now)])];
  return names
    .filter((name) => recorded[name] !== now[name])
    .map((name) => `${name}: ${recorded[name] ?? "not there"} → ${now[name] ?? "not there"}`);
}

function comparePrograms(recorded: readonly ProgramRun[], now: readonly ProgramRun[]): string[] {
  const lines: string[] = [];
  for (let index = 0; index < Math.max(recorded.length, now.length); index++) {
    const [before, after] = [recorded[index], now[index]];
    if (isDeepStrictEqual(before, after)) continue;
    lines.push(`${(after ?? before)?.command ?? ""}:`);
    const outputs = compareLines(before?.output ?? [], after?.output ?? []);
    lines.push(...outputs.map((line) => `  ${line}`));
    if (before?.exit !== after?.exit) {
      lines.push(`  ended with ${before?.exit ?? "nothing"} → ${after?.exit ?? "nothing"}`);
    }
  }
  return lines;
}

/** Lists the lines that differ, without the equal lines before and after them. */
function compareLines(before: readonly string[], after: readonly string[]): string[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before.at(-1 - end) === after.at(-1 - end)
  ) {
    end++;
  }
  return [
    ...before.slice(start, before.length - end).map((line) => `- ${line}`),
    ...after.slice(start, after.length - end).map((line) => `+ ${line}`),
  ];
}
