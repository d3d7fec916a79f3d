import type { Issue } from "../report/issue.ts";
import type { Diagnostic } from "./compiler.ts";
import type { Unit } from "./units.ts";

/** A compiler message shown under a block that is wrong on purpose. */
export interface ShownError {
  readonly code: string;
  readonly message: string;
}

/** Compiler messages, sorted into errors and expected ones. */
export interface Judged {
  readonly issues: readonly Issue[];
  /** Absolute path of a unit → the messages to show under it. */
  readonly shown: ReadonlyMap<string, readonly ShownError[]>;
  /** Absolute paths of the units with errors of their own. */
  readonly broken: ReadonlySet<string>;
}

/**
 * Turns each unit's diagnostics into issues at the author's own position, or into shown messages where they are
 * expected.
 */
export function judgeDiagnostics(
  units: readonly Unit[],
  found: ReadonlyMap<string, readonly Diagnostic[]>,
): Judged {
  const issues: Issue[] = [];
  const shown = new Map<string, ShownError[]>();
  const broken = new Set<string>();
  const brokenFiles = new Set<string>();
  for (const unit of units) {
    // An error of a file is reported once, not again for each of its excerpts.
    if (unit.kind === "excerpt" && brokenFiles.has(unit.origin.file)) continue;
    const diagnostics = found.get(unit.file) ?? [];
    if (unit.expect === undefined) {
      if (diagnostics.length > 0) broken.add(unit.file);
      if (diagnostics.length > 0 && unit.kind === "file") brokenFiles.add(unit.origin.file);
      for (const { offset, code, message } of diagnostics) {
        const slug =
          unit.kind === "excerpt"
            ? "broken-excerpt"
            : isSyntaxCode(code)
              ? "syntax-error"
              : "type-error";
        const said = withHint(code, message);
        const hint = slug === "broken-excerpt" ? `\n${EXCERPT_HINT}` : "";
        issues.push({ slug, ...unit.locateOffset(offset), code, message: `${said}${hint}` });
      }
      continue;
    }
    const { expect } = unit;
    if (diagnostics.length === 0) {
      issues.push({
        slug: "missing-expected-error",
        ...unit.origin,
        message: `This compiles, but ${expect} is expected. Remove the expectation, or show code that produces ${expect}.`,
      });
    }
    for (const { offset, code, message } of diagnostics) {
      if (code === expect) continue;
      issues.push({
        slug: "wrong-expected-error",
        ...unit.locateOffset(offset),
        code,
        message: `${message}\nExpected ${expect}. If this is the error to show, type ${code} instead of ${expect}.`,
      });
    }
    shown.set(
      unit.file,
      diagnostics.map(({ code, message }) => ({ code, message })),
    );
  }
  return { issues, shown, broken };
}

/** Replacements for compiler advice that does not help here, because authors do not set the compiler's options. */
const HINTS: ReadonlyMap<string, string> = new Map([
  [
    "TS2584",
    "This is for Node, which has none. Code for browsers is a fence with for=browsers, or a file below content/samples/browsers.",
  ],
  ["TS2591", "This is for browsers, which have nothing of Node."],
]);

const EXCERPT_HINT =
  "The file compiles; a region is shown as a module of its own. Put what it needs between its markers, or give what it needs a type.";

function withHint(code: string, message: string): string {
  const hint = HINTS.get(code);
  return hint === undefined ? message : `${message.replace(/(?<=\.) .*$/s, "")}\n${hint}`;
}

/**
 * Whether a code is a syntax error. TypeScript numbers them TS1000 to TS1999; module and option errors in that range
 * read the same to an author.
 */
function isSyntaxCode(code: string): boolean {
  return /^TS1\d{3}$/.test(code);
}
