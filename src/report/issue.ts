/** One thing wrong in the content: where it is, what is wrong, and what to type instead. */
export interface Issue {
  /** Stable kebab-case name of the kind of error, such as `unknown-region`. */
  readonly slug: string;
  /** Path from the repository's root, with forward slashes. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based, in UTF-16 units, as editors count. */
  readonly column: number;
  /** What is wrong, what was expected or the nearest names, and the text to type. May have several lines. */
  readonly message: string;
  /** The compiler's or linter's own code, such as `TS2345`. */
  readonly code?: string;
}

/** Orders issues by file, then position, so that every door prints the same list. */
export function compareIssues(a: Issue, b: Issue): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.slug < b.slug ? -1 : a.slug > b.slug ? 1 : 0)
  );
}
