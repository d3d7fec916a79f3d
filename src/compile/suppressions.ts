import { blankTexts, findComments, type Comment } from "../samples/comments.ts";

/** A comment, or a Java annotation, that hides errors from a check. */
export interface Suppression {
  /** Offset into the text. */
  readonly start: number;
  /** The suppression as written: `@ts-nocheck`. */
  readonly written: string;
  readonly of: "compiler" | "javac" | "linter" | "formatter" | "program";
  /** Whether a reason follows ` -- ` or stands in a comment just above. Only linters and formatters accept reasons. */
  readonly hasReason: boolean;
}

/** Directives at the start of a comment's line, in any case. Tools read nothing further in. */
const DIRECTIVES: readonly (readonly [of: Suppression["of"], pattern: RegExp])[] = [
  ["compiler", /^@ts-(?:nocheck|ignore)/i],
  ["linter", /^(?:ox|es|ts)lint[-:](?!enable)[\w-]*/i],
  ["linter", /^eslint(?=\s+[\w@/-]+\s*:)/i],
  ["linter", /^(?:biome|deno-lint|rome)-ignore[\w-]*/i],
  ["formatter", /^(?:prettier-ignore[\w-]*|@?noprettier|@noformat)/i],
];
/** A reference, which changes the libraries of the whole program. */
const REFERENCE = /^\/\s*<(?:reference|amd-[\w-]+)\b/i;
/** A quick test for the words: most files have none and are not read any closer. */
const MAY_HOLD =
  /ts-(?:nocheck|ignore)|(?:ox|es|ts)lint|(?:biome|lint|rome|prettier)-ignore|noprettier|noformat|<reference|<amd-/i;
const ANNOTATION = /@\s*(?:java\s*\.\s*lang\s*\.\s*)?SuppressWarnings\b/g;

/**
 * Finds what switches a check off in a TypeScript or Java file. The same words in a string or a template do not
 * count.
 */
export function findSuppressions(source: string, language: "ts" | "java"): Suppression[] {
  const inComments = MAY_HOLD.test(source)
    ? findComments(source, language).flatMap((comment, index, all) =>
        readDirectives(comment, explains(source, all[index - 1], comment)),
      )
    : [];
  return language === "java" ? [...inComments, ...findAnnotations(source)] : inComments;
}

/** Reads the directives of a comment. One may open any line of a block comment, behind its star. */
function readDirectives({ start, text, kind }: Comment, isExplained: boolean): Suppression[] {
  const found: Suppression[] = [];
  if (kind === "line" && REFERENCE.test(text))
    found.push({ start, written: `//${text.trimEnd()}`, of: "program", hasReason: false });
  for (const { 0: opening, 1: line = "", index } of text.matchAll(/[ \t/*!]*(.*)/g)) {
    for (const [of, pattern] of DIRECTIVES) {
      const [written] = pattern.exec(line) ?? [];
      if (written === undefined) continue;
      const at = start + 2 + index + opening.length - line.length;
      found.push({ start: at, written, of, hasReason: isExplained || /\s--\s+\S/.test(line) });
    }
  }
  return found;
}

/** Whether the comment before this one ends on the line above it, and is not a directive itself. */
function explains(source: string, before: Comment | undefined, comment: Comment): boolean {
  if (before === undefined || !/^\s*$/.test(source.slice(before.end, comment.start))) return false;
  const between = source.slice(before.end, comment.start).split("\n").length;
  return between === 2 && readDirectives(before, false).length === 0;
}

function findAnnotations(source: string): Suppression[] {
  if (!source.includes("SuppressWarnings")) return [];
  return [...blankTexts(source, "java").matchAll(ANNOTATION)].map(({ index }) => ({
    start: index,
    written: "@SuppressWarnings",
    of: "javac",
    hasReason: false,
  }));
}
