import { nameRun } from "./plan-runs.ts";
import { type RunContext, type RunRequest, type RunResult, runScenario } from "./run-scenario.ts";

export interface VerifiedRun {
  readonly name: string;
  /** How often it was made, and how often it agreed with its receipt and its scenario. */
  readonly made: number;
  readonly agreed: number;
  /** Duration of the slowest repetition. */
  readonly durationMs: number;
  readonly counts: Readonly<Record<string, number>>;
  /** Problems of the first repetition that had any. */
  readonly problems: readonly string[];
}

/**
 * Makes a run `repeat` times, and counts how often nothing was wrong with it.
 *
 * @param findProblems lists what is wrong with a run
 * @returns the counts, and the result of the last run that could be made, with the series of the quickest
 */
export async function repeatRun(
  request: RunRequest,
  repeat: number,
  findProblems: (run: RunResult) => readonly string[],
  context: RunContext,
): Promise<{ last: RunResult | undefined; verified: VerifiedRun }> {
  let last: RunResult | undefined;
  let quickest: RunResult | undefined;
  let problems: readonly string[] = [];
  let agreed = 0;
  let durationMs = 0;
  const moved: Readonly<Record<string, number>>[] = [];
  for (let made = 0; made < repeat; made++) {
    let found: readonly string[];
    try {
      last = await runScenario(request, context);
      moved.push(last.recorded.counts);
      if (last.recorded.durationMs <= (quickest?.recorded.durationMs ?? Infinity)) quickest = last;
      durationMs = Math.max(durationMs, last.recorded.durationMs);
      found = findProblems(last);
    } catch (error) {
      found = [error instanceof Error ? error.message : String(error)];
    }
    if (found.length === 0) agreed++;
    else if (problems.length === 0) problems = found;
  }
  if (last !== undefined && moved.length > 1) last = addRanges(last, moved);
  // Other work on the machine only makes a run slower.
  const series = quickest?.recorded.series;
  if (last !== undefined && series !== undefined) {
    last = { ...last, recorded: { ...last.recorded, series } };
  }
  const counts = context.isTapped ? { ...last?.compared.counts, ...last?.recorded.counts } : {};
  const name = nameRun(request);
  return { last, verified: { name, made: repeat, agreed, durationMs, counts, problems } };
}

/** Adds the least and the most of each count that differs from run to run, over all repetitions. */
function addRanges(last: RunResult, moved: readonly Readonly<Record<string, number>>[]): RunResult {
  const names = Object.keys(last.recorded.counts);
  if (names.length === 0) return last;
  const ranges = Object.fromEntries(
    names.map((name): [string, readonly [number, number]] => {
      const values = moved.map((counts) => counts[name] ?? 0);
      return [name, [Math.min(...values), Math.max(...values)]];
    }),
  );
  return { ...last, recorded: { ...last.recorded, ranges, made: moved.length } };
}
