/**
 * From what a reader types to what they can open, in five steps:
 *
 * 1. `normaliseQuery`  what was typed → terms
 * 2. `engine.search`   terms → pages, best first; no text is loaded yet
 * 3. `page.data`       the best pages → their text, and where in it the terms are
 * 4. `isAbout`         leaves out pages that were found by a first letter
 * 5. `listPlaces`      a page → the headings at which it is best opened
 *
 * Each step takes and returns plain data, so that one can be put between two others: other spellings of a term belong
 * after 1, several searches weighed against each other around 2, another order of headings in 5.
 */
import { cutTitle, readExcerpt, type ExcerptPart } from "./excerpt.ts";

/** What finds pages: Pagefind in a browser. */
export interface Engine {
  search(terms: string): Promise<{ readonly results: readonly FoundPage[] }>;
}

export interface FoundPage {
  /** Loads the page's text, once. */
  data(): Promise<PageText>;
}

/** A page with the places where the terms are, in the names that Pagefind gives them. */
export interface PageText {
  readonly url: string;
  readonly excerpt: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sub_results: readonly SubResult[];
}

/** The text under one heading, or before the first one, when a term is in it. */
export interface SubResult {
  readonly title: string;
  readonly url: string;
  readonly excerpt: string;
  readonly weighted_locations: readonly { readonly balanced_score: number }[];
}

/** Something to open. */
export interface Result {
  /** The heading at which it opens; the page's title when it opens at the page's beginning. */
  readonly title: string;
  /** With the heading's fragment: "/guaranteed-delivery/consuming/#the-commit". */
  readonly url: string;
  readonly excerpt: readonly ExcerptPart[];
  /** The section's title: "Guaranteed delivery". */
  readonly section: string;
  /** Whose hue the section has: "wire", "log" or "both". */
  readonly system: string;
  /** The page's title. */
  readonly page: string;
}

export interface Answer {
  /** As it was understood, for messages and links. */
  readonly query: string;
  /** Those of one page follow each other; the best page first. */
  readonly results: readonly Result[];
  /** How many pages the results are from, and how many there are. */
  readonly pagesShown: number;
  readonly pagesFound: number;
}

export interface SearchOptions {
  /** Text is loaded for so many pages. */
  readonly pages: number;
  /** Aborted when nobody waits any more: no text is loaded then, and the promise rejects. */
  readonly signal?: AbortSignal;
}

/** More headings of one page than this would hide the next page. */
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
    // The rest is no better than those that were looked at.
    pagesFound: texts.length === 0 ? 0 : found.length - (loaded.length - texts.length),
  };
}

/** Trims, and makes every run of white space one space. */
export function normaliseQuery(typed: string): string {
  return typed.trim().replace(/\s+/g, " ");
}

/** So many letters in common make a word that was found one that was meant. */
const COMMON_LETTERS = 3;

/**
 * Whether a page has, marked in its text or in what the index says of it, a word that begins like a term. For a word
 * that no page has, Pagefind looks for shorter and shorter beginnings of it, down to one letter.
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
 * The headings at which a page is best opened, the strongest first. What stands before the first heading counts only when
 * nothing on the page is stronger: otherwise a heading says better where to read.
 */
export function listPlaces(page: PageText): Result[] {
  const pageTitle = page.meta["title"] ?? page.url;
  const beginning = { ...page, title: pageTitle, weighted_locations: [] };
  // A page found only by words that it does not show has no such places: it opens at its beginning.
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
