import { distance } from "../report/nearest.ts";
import type { PageLink } from "./page-model.ts";

/** Parts of an address that say nothing about a page: endings, and languages that other sites put first. */
const EMPTY = new Set([
  "html",
  "htm",
  "php",
  "md",
  "index",
  "docs",
  "en",
  "www",
  "the",
  "a",
  "of",
  "to",
  "and",
]);
/** The number of edits that may lie between a word and the word that was meant, for each of its letters. */
const EDITS_PER_LETTER = 1 / 4;

/** So many equal first letters make two words alike: "consume", "consuming". */
const SAME_BEGINNING = 5;

/** The words of an address that no page has: "/docs/kafka/back_pressure.html" → "kafka", "back", "pressure". */
export function wordsOfAddress(pathname: string): string[] {
  let text = pathname;
  try {
    text = decodeURIComponent(pathname);
  } catch {
    // A broken escape is taken as it stands.
  }
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return [...new Set(words.filter((word) => word.length > 1 && !EMPTY.has(word)))];
}

/**
 * The pages that somebody may have meant by an address, best first: those whose title and address share its words,
 * or words that differ by few letters.
 *
 * @param most how many to return
 */
export function likelyPages(
  pathname: string,
  pages: readonly PageLink[],
  most = 3,
): readonly PageLink[] {
  const wanted = wordsOfAddress(pathname);
  return pages
    .map((page) => {
      const own = wordsOfAddress(`${page.path} ${page.title}`);
      const score = wanted.reduce(
        (sum, word) => sum + Math.max(0, ...own.map((it) => likeness(word, it))),
        0,
      );
      return { page, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ page }) => page);
}

/** From 0 for another word to 1 for the same; a part, or the same beginning, counts half. */
function likeness(wanted: string, own: string): number {
  if (wanted === own) return 1;
  const edits = distance(wanted, own);
  const length = Math.max(wanted.length, own.length);
  if (edits <= length * EDITS_PER_LETTER) return 1 - edits / length;
  const [short, long] = wanted.length < own.length ? [wanted, own] : [own, wanted];
  if (short.length > 3 && long.includes(short)) return 0.5;
  return wanted.length >= SAME_BEGINNING && own.startsWith(wanted.slice(0, SAME_BEGINNING))
    ? 0.5
    : 0;
}
