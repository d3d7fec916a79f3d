import type { Place } from "./place.ts";
import { CONSEQUENCES, type IssueSlug } from "./slugs.ts";

/** One error in the content: where it is, what is wrong, and what to type instead. */
export interface Issue extends Place {
  readonly slug: IssueSlug;
  /** What is wrong, what was expected or the nearest names, and the text to type. It may have several lines. */
  readonly message: string;
  /** The code that the compiler or linter gives the error, such as `TS2345`. */
  readonly code?: string;
}

/**
 * Orders issues, so that the list is the same everywhere: by file, then position. Issues that others may have caused
 * come last.
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
