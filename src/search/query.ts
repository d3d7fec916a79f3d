/**
 * Turns what a reader types into places to open, in five steps:
 *
 * 1. `readQuery`      typed text → terms with weights; spelling corrected against the pages' own words
 * 2. `engine.search`  each term → pages, best first, without their text
 * 3. `rankPages`      pages by all their terms: sums of scores × √coverage × rarity
 * 4. `page.data`      the best pages → their text, and where the terms are in it
 * 5. `listPlaces`     a page → its best headings to open, those with most of the words first
 *
 * Each step takes and returns plain data, so that others can be added between them.
 */
import { cutTitle, markWords, readExcerpt, type ExcerptPart } from "./excerpt.ts";
import { findAlike, type Asked, type Likeness } from "./asked.ts";
import { readQuery, type Query, type Term } from "./read-query.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { areForms, cutWords } from "./words.ts";

/** A search engine; in a browser that is Pagefind. */
export interface Engine {
  search(
    terms: string,
    options?: { readonly filters: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly FoundPage[] }>;
}

export interface FoundPage {
  readonly id: string;
  readonly score: number;
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
  /** What was read as another word, and what no page has. */
  readonly corrected: Query["corrected"];
  readonly missing: Query["missing"];
  /** Results of one page are together, the best page first. */
  readonly results: readonly Result[];
  /** How many pages the shown results come from, and how many matched. */
  readonly pagesShown: number;
  readonly pagesFound: number;
}

export interface SearchOptions {
  readonly vocabulary: Vocabulary;
  /** What people asked, and the places that answer. */
  readonly asked: readonly Asked[];
  /** The text of at most this many pages is loaded. */
  readonly pages: number;
  /** Abort it when the answer is no longer needed. No text is loaded then, and the promise rejects. */
  readonly signal?: AbortSignal;
}

/** More headings of one page would push the next page out of sight. */
const PLACES_OF_A_PAGE = 3;
/** How much of its score a sample keeps where a page explains: one file in many uses the same words. */
const SAMPLES_SHARE = 0.3;

/** Searches; an empty query finds nothing. Rejects when the index cannot be loaded. */
export async function search(
  typed: string,
  engine: Engine,
  { vocabulary, asked, pages, signal }: SearchOptions,
): Promise<Answer> {
  const query = normaliseQuery(typed);
  const { terms, corrected, missing, isCode } = readQuery(query, vocabulary);
  const nothing = { query, corrected, missing, results: [], pagesShown: 0, pagesFound: 0 };
  if (terms.length === 0) return nothing;
  const found = await Promise.all(terms.map((term) => ask(engine, term, isCode)));
  signal?.throwIfAborted();
  const ranked = rankPages(found.flat(), terms);
  const words = terms.flatMap(({ text }) => cutWords(text));
  const alike = findAlike(terms, asked, vocabulary);
  const shown = await Promise.all(
    ranked.slice(0, pages).map((page) => loadPage(page, terms, alike)),
  );
  shown.sort((a, b) => b.score - a.score);
  return {
    ...nothing,
    results: shown.flatMap(({ text, places }) => listPlaces(text, places, words)),
    pagesShown: shown.length,
    pagesFound: ranked.length,
  };
}

/** Trims the text and collapses white space. */
export function normaliseQuery(typed: string): string {
  return typed.trim().replace(/[ \t]+/g, " ");
}

/** A page that has a term, and how well. */
interface Hit {
  readonly term: Term;
  readonly page: FoundPage;
  readonly score: number;
}

/** Asks for pages and for samples, whose scores count less unless the query is from code. */
async function ask(engine: Engine, term: Term, isCode: boolean): Promise<Hit[]> {
  const [pages, samples] = await Promise.all(
    ["page", "sample"].map((kind) => engine.search(term.text, { filters: { kind } })),
  );
  const hits = (results: readonly FoundPage[] = [], share: number): Hit[] =>
    results.map((page) => ({ term, page, score: Math.log1p(page.score) * share }));
  return [...hits(pages?.results, 1), ...hits(samples?.results, isCode ? 1 : SAMPLES_SHARE)];
}

export interface RankedPage {
  readonly score: number;
  readonly hits: readonly Hit[];
}

/** Ranks pages by the sum over their terms, of score × rarity, × the root of the share of the terms that they have. */
export function rankPages(hits: readonly Hit[], terms: readonly Term[]): RankedPage[] {
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  return [...Map.groupBy(hits, ({ page }) => page.id).values()]
    .map((own) => {
      const sum = own.reduce((all, { score, term }) => all + score * term.weight, 0);
      const covered = own.reduce((all, { term }) => all + term.weight, 0);
      return { score: sum * Math.sqrt(covered / whole), hits: own };
    })
    .sort((a, b) => b.score - a.score);
}

/** A heading with how much of the query its text has. */
export interface Place {
  readonly place: SubResult;
  readonly score: number;
}

interface LoadedPage {
  readonly text: PageText;
  readonly places: readonly Place[];
  readonly score: number;
}

/** How much the same words as somebody's question count, beside the words of the page. */
const ALIKE = 2;
/** How much a term in a heading itself counts, beside one in its text. */
const IN_TITLE = 1;

/** Loads a page and weighs its headings. A page with a heading that has all the words ranks before others. */
async function loadPage(
  { score, hits }: RankedPage,
  terms: readonly Term[],
  alike: readonly Likeness[],
): Promise<LoadedPage> {
  const texts = await Promise.all(
    hits.map(async ({ term, page }) => ({ term, text: await page.data() })),
  );
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  const byUrl = Map.groupBy(
    texts.flatMap(({ term, text }) => text.sub_results.map((place) => ({ term, place }))),
    ({ place }) => place.url,
  );
  const places = [...byUrl.values()].map((own): Place & { covered: number } => {
    const [first] = own.toSorted((a, b) => b.term.weight - a.term.weight);
    if (first === undefined) throw new Error("A group has a member.");
    const title = cutWords(first.place.title);
    let covered = 0;
    let sum = 0;
    for (const { term, place } of own) {
      const inTitle = cutWords(term.text).every((word) => title.some((it) => areForms(word, it)));
      covered += term.weight;
      sum += term.weight * (1 + (inTitle ? IN_TITLE : 0) + Math.log1p(strengthOf(place)) / 20);
    }
    return { place: first.place, score: sum, covered: covered / whole };
  });
  const shareOf = (url: string): number => alike.find((it) => it.url === url)?.share ?? 0;
  places.sort(
    (a, b) => b.score + shareOf(b.place.url) * whole - (a.score + shareOf(a.place.url) * whole),
  );
  const [best] = places;
  const [strongest] = texts.toSorted((a, b) => b.term.weight - a.term.weight);
  if (strongest === undefined) throw new Error("A ranked page has a hit.");
  const bestShare = best === undefined ? 0 : best.score / whole;
  const { url } = strongest.text;
  const asShare = Math.max(
    0,
    ...alike.flatMap((it) => (it.url.replace(/#.*$/, "") === url ? it.share : [])),
  );
  return { text: strongest.text, places, score: score * (0.5 + bestShare + ALIKE * asShare) };
}

/**
 * The best headings of a page. The part before the first heading counts only when it is the best, because a heading is
 * a better place to open.
 */
export function listPlaces(
  page: PageText,
  places: readonly Place[],
  words: readonly string[],
): Result[] {
  const pageTitle = page.meta["title"] ?? page.url;
  const beginning = { title: pageTitle, url: page.url, excerpt: page.excerpt };
  // A page found only by words that it does not show has no such headings and opens at its beginning.
  const shown = places.length > 0 ? places.map(({ place }) => place) : [beginning];
  return shown
    .filter(({ url }, index) => index === 0 || url !== page.url)
    .slice(0, PLACES_OF_A_PAGE)
    .map(({ title, url, excerpt }) => ({
      title,
      url,
      excerpt: cutTitle(markWords(readExcerpt(excerpt), words), title),
      section: page.filters["section"]?.[0] ?? "",
      system: page.filters["system"]?.[0] ?? "both",
      page: pageTitle,
    }));
}

function strengthOf(place: SubResult): number {
  return place.weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}
