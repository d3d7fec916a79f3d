import { keepLast } from "../cache/keep.ts";
import { checkReceipts, isRun } from "../receipts/check-receipts.ts";
import { isFaulty } from "../receipts/fault-table.ts";
import { readReceipts } from "../receipts/read-receipts.ts";
import type { Receipt } from "../receipts/receipt.ts";
import type { Issue } from "../report/issue.ts";
import type { Counts, Rung, Sample } from "./checked-site.ts";

/** What recorded runs prove about the samples: the rungs above compiling and linting. */
export interface ProvenRuns {
  readonly samples: readonly Sample[];
  readonly receipts: ReadonlyMap<string, Receipt>;
  /** Ids of the samples that are run when the site is verified. */
  readonly isRun: ReadonlySet<string>;
  readonly issues: readonly Issue[];
  readonly counts: Pick<Counts, "executed" | "faults" | "counterfactuals" | "notRun">;
}

/** Reads the receipts and compares them with the samples as they are now. */
export async function proveRuns(root: string, samples: readonly Sample[]): Promise<ProvenRuns> {
  const read = await readReceipts(root);
  const checked = checkReceipts(root, samples, read.receipts, read.unreadable);
  const running = samples.filter((sample) => isRun(root, sample));
  const freshRuns = [...checked.fresh].flatMap((id) => read.receipts.get(id)?.compared.runs ?? []);
  return {
    samples: addRungs(samples, read.receipts, [...checked.fresh].join("\n")),
    receipts: read.receipts,
    isRun: new Set(running.map(({ id }) => id)),
    issues: [...read.issues, ...checked.issues],
    counts: {
      executed: checked.fresh.size,
      faults: freshRuns.filter((run) => isFaulty(run) && run.without === undefined).length,
      counterfactuals: freshRuns.filter((run) => run.without !== undefined).length,
      notRun: running.flatMap(({ file, notRun }) =>
        notRun === undefined ? [] : [{ file, reason: notRun }],
      ),
    },
  };
}

/** @param fresh ids of the samples whose receipt is fresh, one per line */
const addRungs = keepLast(
  (samples: readonly Sample[], receipts: ReadonlyMap<string, Receipt>, fresh: string): Sample[] => {
    const ids = new Set(fresh.split("\n"));
    return samples.map((sample) => {
      const receipt = ids.has(sample.id) ? receipts.get(sample.id) : undefined;
      return { ...sample, rungs: [...sample.rungs, ...rungsOf(receipt)] };
    });
  },
);

function rungsOf(receipt: Receipt | undefined): Rung[] {
  if (receipt === undefined) return [];
  const { runs } = receipt.compared;
  return [
    "executed",
    ...(runs.some((run) => isFaulty(run) && run.without === undefined)
      ? (["fault-injected"] as const)
      : []),
    ...(runs.some((run) => run.without !== undefined) ? (["counterfactual"] as const) : []),
  ];
}
