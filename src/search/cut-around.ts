import { cutWords } from "./words.ts";

/** Fills two lines of the dialog on a phone. */
const EXCERPT_WORDS = 20;
/** Words that show what is before the first match. */
const BEFORE = 4;

/** Cuts from a text the part that has the most of these words, the first of equally good ones. */
export function cutAround(content: string, words: readonly string[]): string {
  const wanted = new Set(words);
  const pieces = content.split(" ");
  const found = pieces.map((piece) => cutWords(piece).filter((word) => wanted.has(word)));
  let best = { start: 0, score: -1 };
  for (const [index, own] of found.entries()) {
    if (own.length === 0) continue;
    const start = index < EXCERPT_WORDS - BEFORE ? 0 : index - BEFORE;
    const inside = found.slice(start, start + EXCERPT_WORDS).flat();
    const score = new Set(inside).size * 4 + inside.length;
    if (score > best.score) best = { start, score };
  }
  const end = best.start + EXCERPT_WORDS;
  const before = best.start > 0 ? "…" : "";
  const cut = pieces.slice(best.start, end).join(" ");
  return end < pieces.length ? `${before}${cut.replace(/[.,;:]$/, "")}…` : `${before}${cut}`;
}
