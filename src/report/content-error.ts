import type { Issue } from "./issue.ts";
import { formatIssue, formatIssues } from "./terminal.ts";

/**
 * Stops a build with every issue, or a page in the dev server with its first one:
 * Vite's overlay reads `loc`, Astro's reads `title` and `hint`.
 */
export class ContentError extends Error {
  override readonly name = "ContentError";
  readonly title: string;
  readonly hint: string;
  readonly loc: { file: string; line: number; column: number } | undefined;
  readonly line: number | undefined;
  readonly column: number | undefined;

  /** @param absoluteFile turns an issue's path into one that the overlay can open. */
  constructor(readonlyIssues: readonly Issue[], absoluteFile: (file: string) => string) {
    super(formatIssues(readonlyIssues));
    const [first] = readonlyIssues;
    this.title = first === undefined ? "Content error" : first.slug;
    this.hint = first === undefined ? "" : formatIssue(first);
    this.loc = first && { file: absoluteFile(first.file), line: first.line, column: first.column };
    this.line = first?.line;
    this.column = first?.column;
  }
}
