import { findComments } from "./comments.ts";
import type { Language } from "./languages.ts";

/** A fold marker as editors know it: `// #region name` or `// #endregion name`. */
export interface Marker {
  readonly kind: "region" | "endregion";
  /** 1-based. */
  readonly line: number;
  /** May be empty. */
  readonly name: string;
}

const MARKER = /^[ \t]*\/\/[ \t]*#(region|endregion)\b[ \t]*(.*?)[ \t]*$/gm;
/**
 * Matches everything that can contain a line that only looks like a comment: a template, a text block, a block
 * comment, a string on two lines.
 */
const MAY_HIDE_LINES = /`|"""|\/\*|\\\n/;

/**
 * Finds the fold markers of a file, in order. A marker is a line comment on a line of its own; the same text in a
 * string or a block comment does not count. Only TypeScript and Java have markers.
 */
export function findMarkers(text: string, language: Language): readonly Marker[] {
  if (language !== "ts" && language !== "java") return [];
  if (!text.includes("region")) return [];
  const starts = MAY_HIDE_LINES.test(text)
    ? new Set(findComments(text, language).map(({ start }) => start))
    : undefined;
  const markers: Marker[] = [];
  let [line, counted] = [1, 0];
  for (const { 0: written, 1: word, 2: name = "", index } of text.matchAll(MARKER)) {
    if (starts?.has(index + written.indexOf("//")) === false) continue;
    line += text.slice(counted, index).split("\n").length - 1;
    counted = index;
    markers.push({ kind: word === "region" ? "region" : "endregion", line, name });
  }
  return markers;
}

/**
 * The lines without the markers, with their numbers in `text` (1-based). If a marker stands between two empty lines,
 * one of them is removed too. No other line is, since it may be part of a string.
 */
export function linesWithoutMarkers(
  text: string,
  language: Language,
): { readonly line: number; readonly text: string }[] {
  const markers = new Set(findMarkers(text, language).map(({ line }) => line));
  const kept: { line: number; text: string }[] = [];
  let isAfterMarker = false;
  for (const [index, content] of text.split("\n").entries()) {
    if (markers.has(index + 1)) {
      isAfterMarker = true;
    } else if (!isAfterMarker || `${kept.at(-1)?.text ?? ""}${content}`.trim() !== "") {
      kept.push({ line: index + 1, text: content });
      isAfterMarker = false;
    }
  }
  return kept;
}

/** The text without its markers, as readers see and copy the whole file. */
export function withoutMarkers(text: string, language: Language): string {
  if (!text.includes("region")) return text;
  return linesWithoutMarkers(text, language)
    .map((line) => line.text)
    .join("\n");
}
