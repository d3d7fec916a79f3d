import { areForms, cutWords } from "./words.ts";

/** A part of an excerpt's text: a match, or the text around it. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Marks these words in a text, and all their forms. */
export function markWords(text: string, words: readonly string[]): ExcerptPart[] {
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((piece) => ({
      text: piece,
      isMatch: words.some((word) => areForms(word, piece.toLowerCase())),
    }))
    .filter((piece) => piece.text !== "");
}

/** Removes the heading from the beginning of its text, because it is shown above. */
export function cutTitle(text: string, title: string): string {
  if (!text.startsWith(title)) return text;
  // Pagefind adds a full stop after every block.
  const ending = /^\.?(?:\s+|$)/.exec(text.slice(title.length));
  return ending === null ? text : text.slice(title.length + ending[0].length);
}

/** Words of a preview, and of them, how many may stand before the first match. */
const PREVIEW_WORDS = 90;
const BEFORE_MATCH = 25;

/** A longer excerpt of a place's text, from its beginning if a word of the query stands there. */
export function cutPreview(
  text: string,
  title: string,
  words: readonly string[],
): readonly ExcerptPart[] {
  const all = cutTitle(text, title).split(/\s+/);
  const isMatch = (word: string): boolean =>
    cutWords(word).some((own) => words.some((asked) => areForms(asked, own)));
  const first = Math.max(0, all.findIndex(isMatch));
  const start = first < PREVIEW_WORDS / 2 ? 0 : first - BEFORE_MATCH;
  const cut = all.slice(start, start + PREVIEW_WORDS).join(" ");
  const end = start + PREVIEW_WORDS < all.length ? " …" : "";
  return markWords(`${start > 0 ? "… " : ""}${cut}${end}`, words);
}
