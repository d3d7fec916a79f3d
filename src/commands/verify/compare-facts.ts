import type { CheckedSite } from "../../check/index.ts";
import { checkFacts } from "../../facts/check-facts.ts";
import type { Verification } from "../../lab/verify.ts";
import type { IssueSlug } from "../../report/slugs.ts";
import { formatIssues } from "../../report/terminal.ts";

/** The issues of a fact and the run that should prove it. */
const PROOF_SLUGS: ReadonlySet<IssueSlug> = new Set<IssueSlug>([
  "fact-differs",
  "unknown-proof",
  "ambiguous-proof",
]);

/** Compares the facts with the runs that were just made, and with the receipts of the samples that were not run. */
export async function compareFacts(
  root: string,
  site: CheckedSite,
  { subjects }: Verification,
): Promise<boolean> {
  const made = new Map(subjects.flatMap(({ id, made: runs }) => (runs ? [[id, runs]] : [])));
  const { book, issues } = await checkFacts(root, site, made);
  const differing = issues.filter(({ slug }) => PROOF_SLUGS.has(slug));
  const proven = [...book.facts.values()].filter(({ rung }) => rung === "executed");
  if (differing.length > 0) console.error(`\n${formatIssues(differing)}`);
  console.log(`${proven.length} facts rest on a run: ${differing.length} differ from it`);
  return differing.length === 0;
}
