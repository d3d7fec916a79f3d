import type { Receipt } from "../../receipts/receipt.ts";
import { compareRuns } from "../run/compare-runs.ts";
import { judgeRun } from "../run/judge-run.ts";
import { repeatRun, type VerifiedRun } from "../run/repeat-run.ts";
import type { RunContext, RunResult } from "../run/run-scenario.ts";
import type { Work } from "./plan-work.ts";

/** A run that was made, or could not be: then there is no result. */
export interface MadeRun {
  readonly work: Work;
  readonly last: RunResult | undefined;
  readonly verified: VerifiedRun;
}

export interface HowToMake {
  readonly repeat: number;
  /** Compares a run with its own repetitions instead of its receipt. */
  readonly isUpdate: boolean;
  readonly isSeen: (work: Work) => boolean;
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly context: Omit<RunContext, "isTapped">;
}

/** Makes one run as often as is asked, and judges it by its scenario and its receipt. */
export async function makeRun(work: Work, how: HowToMake): Promise<MadeRun> {
  const { request, index, subject } = work;
  const isTapped = how.isSeen(work);
  const recorded = how.receipts.get(subject.sample.id)?.compared.runs[index];
  // Recorded anew, the first repetition is what the others are compared with.
  let before = how.isUpdate ? undefined : recorded;
  const findProblems = (run: RunResult): readonly string[] => {
    if (how.isUpdate) before ??= run.compared;
    if (isTapped) return [...judgeRun(request, run), ...compareRuns(before, run.compared)];
    // What is counted on the wire is not seen; what programs print must be the same.
    const { counts = {}, holds = {} } = before ?? {};
    return compareRuns(before, { ...run.compared, counts, holds });
  };
  const made = await repeatRun(request, how.repeat, findProblems, { ...how.context, isTapped });
  return { work, ...made };
}

/** Does `task` for every item, `workers` at a time, in order. Results stand in the order of the items. */
export async function inParallel<Item, Result>(
  workers: number,
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const queue = items.entries();
  const results: [number, Result][] = [];
  const work = async (): Promise<void> => {
    for (const [place, item] of queue) results.push([place, await task(item)]);
  };
  await Promise.all(Array.from({ length: workers }, work));
  return results.sort(([a], [b]) => a - b).map(([, result]) => result);
}
