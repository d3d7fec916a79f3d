import { NAVIGATION_FILE } from "../docs/read-navigation.ts";
import type { Issue } from "../report/issue.ts";
import type { Place } from "../report/place.ts";
import { SAMPLES_FOLDER } from "../samples/find-samples.ts";
import type { CheckedContent } from "./check-content.ts";

/** What is wrong with the content of one page. */
export interface PageIssues {
  /** In the order of the check: a cause comes before its consequences. */
  readonly issues: readonly Issue[];
  /** Where the error overlay points: the first issue, or the block of the page that shows the broken file. */
  readonly place: Place | undefined;
  /** Records that are missing or out of date. They do not stop the page while somebody edits it. */
  readonly stale: readonly Issue[];
}

/**
 * Collects the issues of a page, of the navigation, of the files that the page shows or needs, and of the facts it
 * mentions.
 */
export function issuesOfPage(content: CheckedContent, file: string): PageIssues {
  if (content.issues.length === 0) return { issues: [], place: undefined, stale: [] };
  const page = content.pages.find((it) => it.file === file);
  const blockOfFile = blocksByFile(content, file);
  const facts = (page?.mentions ?? []).flatMap(({ name }) => content.facts.facts.get(name) ?? []);
  const samples = new Set([
    ...facts.flatMap(({ proof }) => proof?.sample ?? []),
    ...(page?.said ?? []).map(({ sample }) => sample),
    ...(page?.samples ?? []),
  ]);
  const shown = new Set([
    ...blockOfFile.keys(),
    ...content.samples.filter(({ id }) => samples.has(id)).map((sample) => sample.file),
  ]);
  const stale = content.issues.filter((issue) => isStale(issue) && shown.has(issue.file));
  const staleFiles = new Set(stale.map((issue) => issue.file));
  const isExcused = (issue: Issue): boolean => restsOn(content, issue, staleFiles);
  const issues = content.issues.filter(
    (issue) =>
      !isStale(issue) &&
      !isExcused(issue) &&
      (issue.file === file ||
        issue.file === NAVIGATION_FILE ||
        blockOfFile.has(issue.file) ||
        facts.some((fact) => fact.file === issue.file && fact.line === issue.line)),
  );
  const [first] = issues;
  return { issues, place: first && (blockOfFile.get(first.file) ?? first), stale };
}

function isStale({ slug }: Issue): boolean {
  return slug === "stale-receipt" || slug === "missing-receipt";
}

/** Whether an issue only compares the page with a record that is out of date anyway. */
function restsOn(content: CheckedContent, issue: Issue, staleFiles: ReadonlySet<string>): boolean {
  const isHere = ({ line, column }: { line: number; column: number }): boolean =>
    line === issue.line && column === issue.column;
  const idsOf = (): string[] => {
    switch (issue.slug) {
      case "fact-differs":
      case "unknown-proof":
        return [...content.facts.facts.values()]
          .filter((fact) => fact.file === issue.file && isHere(fact))
          .flatMap(({ proof }) => proof?.sample ?? []);
      case "not-said":
        return content.pages
          .filter(({ file }) => file === issue.file)
          .flatMap(({ said }) => said.filter(isHere).map(({ sample }) => sample));
      case "missing-output":
        return (content.blocks.get(issue.file) ?? [])
          .filter(isHere)
          .flatMap(({ sample }) => sample?.id ?? []);
      default:
        return [];
    }
  };
  const ids = idsOf();
  return content.samples.some(({ id, file }) => ids.includes(id) && staleFiles.has(file));
}

/** Every file that the page shows, or that a shown file needs → the first block on the page that leads to it. */
function blocksByFile(content: CheckedContent, page: string): Map<string, Place> {
  const neighbours = new Map(content.samples.map((sample) => [sample.id, sample.neighbours]));
  const found = new Map<string, Place>();
  for (const { sample, line, column } of content.blocks.get(page) ?? []) {
    if (sample === undefined) continue;
    for (const file of [sample.path, ...(neighbours.get(sample.id) ?? [])]) {
      const shown = `${SAMPLES_FOLDER}/${file}`;
      if (!found.has(shown)) found.set(shown, { file: page, line, column });
    }
  }
  return found;
}
