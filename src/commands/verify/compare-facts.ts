import type { CheckedSite } from "../../check/index.ts";
import { checkFacts } from "../../facts/check-facts.ts";
import type { Verification } from "../../lab/verify.ts";
import type { IssueSlug } from "../../report/slugs.ts";
import { formatIssues } from "../../report/terminal.ts";

/** What can be wrong between a fact and the run that proves it. */
const PROOF_SLUGS: ReadonlySet<IssueSlug> = new Set<IssueSlug>([
  "fact-differs",
  "unknown-proof",
  "ambiguous-proof",
]);

/** Compares what is written down as a fact with what has been seen: just now, or in the records. */
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
