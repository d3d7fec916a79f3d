import type { Receipt } from "../../receipts/receipt.ts";
import { compareRuns } from "../run/compare-runs.ts";
import { judgeRun } from "../run/judge-run.ts";
import { repeatRun, type VerifiedRun } from "../run/repeat-run.ts";
import type { RunContext, RunResult } from "../run/run-scenario.ts";
import type { Work } from "./plan-work.ts";

/** The outcome of one piece of work; `last` is absent when the run could not be made. */
export interface MadeRun {
  readonly work: Work;
  readonly last: RunResult | undefined;
  readonly verified: VerifiedRun;
}

export interface HowToMake {
  readonly repeat: number;
  /** Compares the repetitions of a run with the first one instead of the receipt. */
  readonly isUpdate: boolean;
  readonly isSeen: (work: Work) => boolean;
  readonly receipts: ReadonlyMap<string, Receipt>;
  readonly context: Omit<RunContext, "isTapped">;
}

/** Makes one run `repeat` times, and compares it with its scenario and its receipt. */
export async function makeRun(work: Work, how: HowToMake): Promise<MadeRun> {
  const { request, index, subject } = work;
  const isTapped = how.isSeen(work);
  const recorded = how.receipts.get(subject.sample.id)?.compared.runs[index];
  // When a receipt is written, the first repetition is the one to compare the others with.
  let before = how.isUpdate ? undefined : recorded;
  const findProblems = (run: RunResult): readonly string[] => {
    if (how.isUpdate) before ??= run.compared;
    if (isTapped) return [...judgeRun(request, run), ...compareRuns(before, run.compared)];
    // Without the tap there are no counts of the wire, so only what programs print is compared.
    const { counts = {}, holds = {} } = before ?? {};
    return compareRuns(before, { ...run.compared, counts, holds });
  };
  const made = await repeatRun(request, how.repeat, findProblems, { ...how.context, isTapped });
  return { work, ...made };
}

/** Runs `task` for every item, `workers` at a time, and returns the results in the order of the items. */
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
