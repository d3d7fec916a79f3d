import type { Place } from "./place.ts";
import { CONSEQUENCES, type IssueSlug } from "./slugs.ts";

/** One thing wrong in the content: where it is, what is wrong, and what to type instead. */
export interface Issue extends Place {
  readonly slug: IssueSlug;
  /** What is wrong, what was expected or the nearest names, and the text to type. May have several lines. */
  readonly message: string;
  /** The compiler's or linter's own code, such as `TS2345`. */
  readonly code?: string;
}

/**
 * Orders issues so that every door prints the same list: by file, then position; what another issue may have caused comes
 * after all others.
 */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    Number(CONSEQUENCES.has(a.slug)) - Number(CONSEQUENCES.has(b.slug)) ||
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)
  );
}
