import { existsSync } from "node:fs";
import path from "node:path";
import type { Issue } from "../report/issue.ts";
import type { Sample } from "../check/checked-site.ts";
import { openHasher } from "./inputs.ts";
import { howToRecord, RECEIPTS_FOLDER } from "./read-receipts.ts";
import type { Receipt } from "./receipt.ts";
import { scenarioOf } from "./scenario-files.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** Issues that a new recording removes, so `npm run verify` runs in spite of them. */
export const RECEIPT_SLUGS: readonly string[] = [
  "bad-receipt",
  "missing-receipt",
  "orphan-receipt",
  "stale-receipt",
];

type CheckedSample = Pick<
  Sample,
  | "id"
  | "file"
  | "path"
  | "text"
  | "language"
  | "generated"
  | "run"
  | "notRun"
  | "neighbours"
  | "packages"
>;

/** Whether `npm run verify` runs a sample: it runs programs, and samples with a scenario. */
export function isRun(root: string, sample: CheckedSample): boolean {
  const isOurs = ["ts", "java"].includes(sample.language) && !sample.generated;
  return isOurs && (sample.run !== undefined || hasScenario(root, sample));
}

function hasScenario(root: string, sample: CheckedSample): boolean {
  return existsSync(path.join(root, "content", "samples", scenarioOf(sample.path)));
}

/**
 * Compares receipts with the samples as they are now. `fresh` has the ids of the samples whose inputs have not changed
 * since they were recorded.
 *
 * @param unreadable ids whose receipt exists but is reported as invalid already
 */
export function checkReceipts(
  root: string,
  samples: readonly CheckedSample[],
  receipts: ReadonlyMap<string, Receipt>,
  unreadable: ReadonlySet<string>,
): { readonly fresh: ReadonlySet<string>; readonly issues: readonly Issue[] } {
  const hashInputs = openHasher(root, samples);
  const fresh = new Set<string>();
  const issues: Issue[] = [];
  const wanted = new Set<string>();
  for (const sample of samples) {
    if (!isRun(root, sample) || sample.notRun !== undefined) continue;
    wanted.add(sample.id);
    const receipt = receipts.get(sample.id);
    const report = (slug: IssueSlug, what: string): void => {
      const message = `${what}\n${howToRecord(sample.id)}`;
      issues.push({ slug, file: sample.file, line: 1, column: 1, message });
    };
    if (receipt !== undefined && receipt.inputs === hashInputs(sample)) fresh.add(sample.id);
    else if (receipt !== undefined) {
      report(
        "stale-receipt",
        "Its run was recorded with other inputs: the file, one that it needs, its scenario or a version has changed since.",
      );
    } else if (!unreadable.has(sample.id)) {
      report(
        "missing-receipt",
        'No run of it is recorded, so nothing shows what it does. One that cannot be run here says why, in its header: "// not run: …".',
      );
    }
  }
  for (const id of receipts.keys()) {
    if (wanted.has(id)) continue;
    const file = `${RECEIPTS_FOLDER}/${id}.json`;
    const message = `${whyOrphaned(id, samples)}\nDelete ${file}.`;
    issues.push({ slug: "orphan-receipt", file, line: 1, column: 1, message });
  }
  return { fresh, issues };
}

function whyOrphaned(id: string, samples: readonly CheckedSample[]): string {
  const sample = samples.find((it) => it.id === id);
  if (sample === undefined) return `There is no sample "${id}".`;
  return sample.notRun === undefined
    ? `${sample.file} is no program and has no scenario: nothing runs it.`
    : `${sample.file} says that it is not run: ${sample.notRun}`;
}
