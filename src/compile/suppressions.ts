import { blankTexts, findComments, type Comment } from "../samples/comments.ts";

/** A comment, or an annotation of Java, that keeps a check from seeing what is wrong. */
export interface Suppression {
  /** Offset into the text. */
  readonly start: number;
  /** As it was written: `@ts-nocheck`. */
  readonly written: string;
  readonly of: "compiler" | "javac" | "linter" | "formatter" | "program";
  /** Only linters and formatters are told why: behind ` -- `, or in a comment that ends just above. */
  readonly hasReason: boolean;
}

/** What a line of a comment opens with, whatever the case: tools read nothing further in. */
const DIRECTIVES: readonly (readonly [of: Suppression["of"], pattern: RegExp])[] = [
  ["compiler", /^@ts-(?:nocheck|ignore)/i],
  ["linter", /^(?:ox|es|ts)lint[-:](?!enable)[\w-]*/i],
  ["linter", /^eslint(?=\s+[\w@/-]+\s*:)/i],
  ["linter", /^(?:biome|deno-lint|rome)-ignore[\w-]*/i],
  ["formatter", /^(?:prettier-ignore[\w-]*|@?noprettier|@noformat)/i],
];
/** It changes which libraries the whole program sees. */
const REFERENCE = /^\/\s*<(?:reference|amd-[\w-]+)\b/i;
/** Most files have none of these words, and are not looked at any closer. */
const MAY_HOLD =
  /ts-(?:nocheck|ignore)|(?:ox|es|ts)lint|(?:biome|lint|rome|prettier)-ignore|noprettier|noformat|<reference|<amd-/i;
const ANNOTATION = /@\s*(?:java\s*\.\s*lang\s*\.\s*)?SuppressWarnings\b/g;

/** Finds what switches a check off in a TypeScript or Java file. The words in a string or a template are no comment. */
export function findSuppressions(source: string, language: "ts" | "java"): Suppression[] {
  const inComments = MAY_HOLD.test(source)
    ? findComments(source, language).flatMap((comment, index, all) =>
        readDirectives(comment, explains(source, all[index - 1], comment)),
      )
    : [];
  return language === "java" ? [...inComments, ...findAnnotations(source)] : inComments;
}

/** A directive may open any line of a block comment, behind its stars. */
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

/** Whether the comment before this one ends on the line above it, and is no directive itself. */
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
