import type { Issue } from "./issue.ts";

/**
 * An issue as people read it:
 *
 *     unknown-region  content/docs/guaranteed-delivery/consuming.mdx:41:3
 *       No region "comit" in content/samples/guaranteed-delivery/commit-after-processing.ts.
 */
export function formatIssue(issue: Issue): string {
  const place = `${issue.slug}  ${issue.file}:${issue.line}:${issue.column}`;
  const code = issue.code === undefined ? "" : `${issue.code}: `;
  return [place, ...`${code}${issue.message}`.split("\n").map((line) => `  ${line}`)].join("\n");
}

/** All issues, separated by blank lines, and their number. */
export function formatIssues(issues: readonly Issue[]): string {
  const count = issues.length === 1 ? "1 error" : `${issues.length} errors`;
  return [...issues.map(formatIssue), count].join("\n\n");
}
