/**
 * Turns what a reader types into places to open, in five steps:
 *
 * 1. `normaliseQuery`  typed text → terms
 * 2. `engine.search`   terms → pages, best first, without their text
 * 3. `page.data`       the best pages → their text, and where the terms are in it
 * 4. `isAbout`         removes pages that matched only by a first letter
 * 5. `listPlaces`      a page → its best headings to open
 *
 * Each step takes and returns plain data, so that others can be added between them: other spellings of a term after
 * 1, several weighted searches around 2, another order of headings in 5.
 */
import { cutTitle, readExcerpt, type ExcerptPart } from "./excerpt.ts";

/** A search engine; in a browser that is Pagefind. */
export interface Engine {
  search(terms: string): Promise<{ readonly results: readonly FoundPage[] }>;
}

export interface FoundPage {
  /** Loads the page's text, once. */
  data(): Promise<PageText>;
}

/** A page's text and the places of the terms in it, in Pagefind's names. */
export interface PageText {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly SubResult[];
}

/** The text under one heading, or before the first one, if it contains a term. */
export interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

/** A place to open. */
export interface Result {
  /** The heading at which it opens, or the page's title when it opens at the beginning. */
  readonly title: string;
  /** The URL with the heading's fragment: "/guaranteed-delivery/consuming/#the-commit". */
  readonly url: string;
  readonly excerpt: readonly ExcerptPart[];
  /** The section's title: "Guaranteed delivery". */
  readonly section: string;
  /** The section's hue: "wire", "log" or "both". */
  readonly system: string;
  /** The page's title. */
  readonly page: string;
}

export interface Answer {
  /** The query after normalisation, for messages and links. */
  readonly query: string;
  /** Results of one page are together, the best page first. */
  readonly results: readonly Result[];
  /** How many pages the shown results come from, and how many matched. */
  readonly pagesShown: number;
  readonly pagesFound: number;
}

export interface SearchOptions {
  /** The text of at most this many pages is loaded. */
  readonly pages: number;
  /** Abort it when the answer is no longer needed. No text is loaded then, and the promise rejects. */
  readonly signal?: AbortSignal;
}

/** More headings of one page would push the next page out of sight. */
const PLACES_OF_A_PAGE = 3;

/** Searches; an empty query finds nothing. Rejects when the index cannot be loaded. */
export async function search(
  typed: string,
  engine: Engine,
  { pages, signal }: SearchOptions,
): Promise<Answer> {
  const query = normaliseQuery(typed);
  if (query === "") return { query, results: [], pagesShown: 0, pagesFound: 0 };
  const { results: found } = await engine.search(query);
  signal?.throwIfAborted();
  const loaded = await Promise.all(found.slice(0, pages).map((page) => page.data()));
  const texts = loaded.filter((page) => isAbout(page, query));
  return {
    query,
    results: texts.flatMap(listPlaces),
    pagesShown: texts.length,
    // Pages that were not loaded rank lower, so they match only if one of the loaded pages does.
    pagesFound: texts.length === 0 ? 0 : found.length - (loaded.length - texts.length),
  };
}

/** Trims the text and collapses white space. */
export function normaliseQuery(typed: string): string {
  return typed.trim().replace(/\s+/g, " ");
}

/** A word and a term with this many first letters in common count as a match. */
const COMMON_LETTERS = 3;

/**
 * Whether a page contains a word that begins like a term, in its text or its index data. For unknown words Pagefind
 * tries shorter and shorter beginnings, down to one letter, so its matches may be unrelated.
 */
export function isAbout(page: PageText, query: string): boolean {
  const marked = [page, ...page.sub_results].flatMap(({ excerpt }) =>
    readExcerpt(excerpt).flatMap(({ text, isMatch }) => (isMatch ? [text] : [])),
  );
  const words = cutWords([...marked, ...Object.values(page.meta)].join(" "));
  return cutWords(query).some((term) =>
    words.some((word) => word.startsWith(term.slice(0, COMMON_LETTERS))),
  );
}

function cutWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/**
 * The best headings of a page, the strongest first. The part before the first heading counts only when it is the
 * strongest, because a heading is a better place to open.
 */
export function listPlaces(page: PageText): Result[] {
  const pageTitle = page.meta["title"] ?? page.url;
  const beginning = { ...page, title: pageTitle, weighted_locations: [] };
  // A page found only by words that it does not show has no such headings and opens at its beginning.
  const places: readonly SubResult[] = page.sub_results.length > 0 ? page.sub_results : [beginning];
  return places
    .map((place) => ({ place, strength: strengthOf(place) }))
    .sort((a, b) => b.strength - a.strength)
    .filter(({ place }, index) => index === 0 || place.url !== page.url)
    .slice(0, PLACES_OF_A_PAGE)
    .map(({ place }) => ({
      title: place.title,
      url: place.url,
      excerpt: cutTitle(readExcerpt(place.excerpt), place.title),
      section: page.filters["section"]?.[0] ?? "",
      system: page.filters["system"]?.[0] ?? "both",
      page: pageTitle,
    }));
}

function strengthOf(place: SubResult): number {
  return place.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}
