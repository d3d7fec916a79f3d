import type { Receipt } from "../../receipts/receipt.ts";
import { isFault, describeFault, standIns } from "../fault-kinds.ts";
import { type Subject } from "../find-scenarios.ts";
import type { Needs } from "../needs.ts";
import { planRuns } from "../run/plan-runs.ts";
import type { RunRequest } from "../run/run-scenario.ts";
import { isAsked, isNamed, isOnDemand, PARTS, type Wish } from "./wish.ts";

/** A subject, with what its runs need. */
export type Candidate = Subject & { readonly needs: Needs };

/** One run to make. */
export interface Work {
  readonly subject: Candidate;
  readonly request: RunRequest;
  /** The run's index in the receipt. */
  readonly index: number;
}

/** Lists all runs of the samples that the filters name, in a stable order. */
export function listWork(candidates: readonly Candidate[], wish: Wish): readonly Work[] {
  return candidates
    .filter(({ sample }) => isNamed(sample.id, wish))
    .flatMap((subject) =>
      planRuns(subject).map((request, index): Work => ({ subject, request, index })),
    );
}

/** Chooses the runs that a wish asks for, and those of stale samples. */
export function chooseWork(
  work: readonly Work[],
  wish: Wish,
  receipts: ReadonlyMap<string, Receipt>,
  isStale: (subject: Subject) => boolean,
): readonly Work[] {
  const asked = new Set(
    [...new Set(work.map(({ subject }) => subject))].filter((subject) =>
      isAsked(subject.sample.id, wish, isStale(subject), subject.needs),
    ),
  );
  const some = wish.isOneOfEachKind ? chooseSome(work, wish, receipts) : new Set<Work>();
  return work.filter((it) => asked.has(it.subject) || some.has(it));
}

/** Chooses the runs without a broker and without a proxy, one run of each kind, and a tenth of all runs where one is asked for. */
function chooseSome(
  work: readonly Work[],
  { tenth }: Wish,
  receipts: ReadonlyMap<string, Receipt>,
): ReadonlySet<Work> {
  const possible = work.filter(({ subject }) => !isOnDemand(subject.needs));
  const perKind = standIns(possible, (it) => recordedMs(it, receipts));
  return new Set([
    ...possible.filter(({ subject: { needs, scenario } }) => {
      return !needs.broker && scenario.proxies === undefined;
    }),
    ...perKind.values(),
    ...possible.filter((_, place) => place % PARTS === tenth),
  ]);
}

/**
 * Sorts the longest runs first, so that none starts last and is waited for. A run without a record counts as longest.
 */
export function longestFirst(
  work: readonly Work[],
  receipts: ReadonlyMap<string, Receipt>,
): readonly Work[] {
  const byMs = work.map((it) => ({ it, ms: recordedMs(it, receipts) }));
  return byMs.sort((a, b) => (a.ms === b.ms ? 0 : b.ms - a.ms)).map(({ it }) => it);
}

/** Whether a run injects a fault or takes a line out. */
export function isFaulty({ request }: Work): boolean {
  return isFault(describeFault(request));
}

function recordedMs({ subject, index }: Work, receipts: ReadonlyMap<string, Receipt>): number {
  return receipts.get(subject.sample.id)?.recorded.runs[index]?.durationMs ?? Infinity;
}
