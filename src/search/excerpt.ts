import { areForms, cutWords } from "./words.ts";

/** A part of an excerpt's text: a match, or the text around it. */
export interface ExcerptPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/**
 * Reads an excerpt as Pagefind writes it: `<` and `>` are escaped, and `<mark>` surrounds matching words and the
 * punctuation after them. The result is plain text, so nothing in a page can become an element.
 *
 * @example readExcerpt("a <mark>Promise&lt;Order&gt;</mark>") // "a ", and the match "Promise<Order>"
 */
export function readExcerpt(marked: string): ExcerptPart[] {
  // `split` at a group returns the group's text at every odd index.
  return marked
    .split(/<mark>([\s\S]*?)<\/mark>/)
    .map((escaped) => escaped.replaceAll("&lt;", "<").replaceAll("&gt;", ">"))
    .flatMap((text, index) => (index % 2 === 1 ? splitMatch(text) : [{ text, isMatch: false }]))
    .filter(({ text }) => text !== "");
}

function splitMatch(text: string): ExcerptPart[] {
  const word = text.replace(/[.,;:]+$/, "");
  return [
    { text: word, isMatch: true },
    { text: text.slice(word.length), isMatch: false },
  ];
}

/** Marks every other form of these words too: an excerpt of Pagefind's marks those of one term. */
export function markWords(parts: readonly ExcerptPart[], words: readonly string[]): ExcerptPart[] {
  return parts.flatMap(({ text, isMatch }) =>
    isMatch
      ? [{ text, isMatch }]
      : text
          .split(/([\p{L}\p{N}]+)/u)
          .map((piece) => ({
            text: piece,
            isMatch: words.some((word) => areForms(word, piece.toLowerCase())),
          }))
          .filter((piece) => piece.text !== ""),
  );
}

/** Removes the heading from the beginning of an excerpt, because it is shown above. */
export function cutTitle(parts: readonly ExcerptPart[], title: string): ExcerptPart[] {
  const text = parts.map((part) => part.text).join("");
  if (!text.startsWith(title)) return [...parts];
  // Pagefind adds a full stop after every block.
  const ending = /^\.?(?:\s+|$)/.exec(text.slice(title.length));
  if (ending === null) return [...parts];
  let left = title.length + ending[0].length;
  const rest: ExcerptPart[] = [];
  for (const part of parts) {
    const kept = part.text.slice(left);
    left = Math.max(0, left - part.text.length);
    if (kept !== "") rest.push({ ...part, text: kept });
  }
  return rest;
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
  const all = cutTitle([{ text, isMatch: false }], title)
    .map((part) => part.text)
    .join("")
    .split(/\s+/);
  const isMatch = (word: string): boolean =>
    cutWords(word).some((own) => words.some((asked) => areForms(asked, own)));
  const first = Math.max(0, all.findIndex(isMatch));
  const start = first < PREVIEW_WORDS / 2 ? 0 : first - BEFORE_MATCH;
  const cut = all.slice(start, start + PREVIEW_WORDS).join(" ");
  const end = start + PREVIEW_WORDS < all.length ? " …" : "";
  return markWords([{ text: `${start > 0 ? "… " : ""}${cut}${end}`, isMatch: false }], words);
}
