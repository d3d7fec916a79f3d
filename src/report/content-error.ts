import type { Issue } from "./issue.ts";
import { formatIssue, formatIssues } from "./terminal.ts";

/**
 * Stops a build with every issue, or a page in the dev server with its first one. Vite's overlay reads `loc`, Astro's
 * reads `title` and `hint`.
 */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly title: string;
  readonly hint: string;
  readonly loc: { file: string; line: number; column: number } | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;

  /**
   * @param absoluteFile turns an issue's path into one that the overlay can open
   * @param place where the overlay should point, if not at the first issue: the block of a page that shows a broken
   * file
   */
  constructor(
    issues: readonly Issue[],
    absoluteFile: (file: string) => string,
    place: Pick<Issue, "file" | "line" | "column"> | undefined = issues[0],
    options?: ErrorOptions,
  ) {
    super(formatIssues(issues), options);
    // What is wrong is in content, not where this was thrown: Vite and Astro would print that too.
    this.stack = `${this.name}: ${this.message}`;
    const [first] = issues;
    this.title = first === undefined ? "Content error" : first.slug;
    this.hint = first === undefined ? "" : formatIssue(first);
    this.loc = place && { file: absoluteFile(place.file), line: place.line, column: place.column };
    this.line = place?.line;
    this.column = place?.column;
  }
}
