/**
 * Turns what a reader types into places to open, in five steps:
 *
 * 1. `readQuery`      typed text → terms with weights; spelling corrected against the pages' own words
 * 2. `engine.search`  each term → sections of pages, best first, without their text
 * 3. `rankPlaces`     sections by all their terms: sums of scores × √coverage × rarity
 * 4. `place.data`     the best sections → their text; those that answer what people asked in such words come first
 * 5. `groupByPage`    the best sections of one page together
 *
 * Each step takes and returns plain data, so that others can be added between them.
 */
import { cutTitle, markWords, readExcerpt, type ExcerptPart } from "./excerpt.ts";
import { findAlike, type Asked } from "./asked.ts";
import { readKind, type Kind } from "./kinds.ts";
import { readQuery, type Query, type Term } from "./read-query.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { cutWords } from "./words.ts";

/** A search engine; in a browser that is Pagefind, with a record for each section of a page. */
export interface Engine {
  search(
    terms: string,
    options?: { readonly filters: Readonly<Record<string, string>> },
  ): Promise<{ readonly results: readonly FoundPlace[] }>;
}

export interface FoundPlace {
  readonly id: string;
  readonly score: number;
  /** Loads the section's text, once. */
  data(): Promise<PlaceText>;
}

/** A section's text with the places of the term in it, in Pagefind's names. */
export interface PlaceText {
  readonly url: string;
  readonly excerpt: string;
  /** The whole text. */
  readonly content?: string;
  readonly meta: Readonly<Record<string, string>>;
  readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** A place to open. */
export interface Result {
  readonly kind: Kind;
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
  /** The whole text of the place, for a preview. */
  readonly text: string;
}

export interface Answer {
  /** The query after normalisation, for messages and links. */
  readonly query: string;
  /** What was read as another word, and what no page has. */
  readonly corrected: Query["corrected"];
  readonly missing: Query["missing"];
  /** Results of one page are together, the best page first. */
  readonly results: readonly Result[];
  /** How many places matched. */
  readonly found: number;
  /** How many more matched, which `keep` left out. */
  readonly leftOut: number;
  /** The words that were looked for. */
  readonly words: readonly string[];
}

export interface SearchOptions {
  readonly vocabulary: Vocabulary;
  /** What people asked, and the places that answer. */
  readonly asked: readonly Asked[];
  /** The text of at most this many places is loaded. */
  readonly places: number;
  /** Whether a place may be a result, by its id; without it, every place may. */
  readonly keep?: (id: string) => boolean;
  /** Abort it when the answer is no longer needed. No text is loaded then, and the promise rejects. */
  readonly signal?: AbortSignal;
}

/** More places of one page would push the next page out of sight. */
const PLACES_OF_A_PAGE = 3;
/** How much of its score a sample keeps where a page explains: one file in many uses the same words. */
const SAMPLES_SHARE = 0.3;
/** How much of its score the beginning of a page keeps: a heading is a better place to open. */
const BEGINNING = 0.4;
/** The pages whose headings are error texts, and how much more they answer the text of an error. */
const SYMPTOMS = "/symptoms/";
const SYMPTOM = 1.5;
/** How much the same words as somebody's question count, beside the words of a section. */
const ALIKE = 2;

/** Searches; an empty query finds nothing. Rejects when the index cannot be loaded. */
export async function search(
  typed: string,
  engine: Engine,
  { vocabulary, asked, places, keep, signal }: SearchOptions,
): Promise<Answer> {
  const query = normaliseQuery(typed);
  const { terms, corrected, missing, isCode, isError } = readQuery(query, vocabulary);
  const words = terms.flatMap(({ text }) => cutWords(text));
  const nothing = { query, corrected, missing, results: [], found: 0, leftOut: 0, words };
  if (terms.length === 0) return nothing;
  const hits = await Promise.all(terms.map((term) => ask(engine, term, isCode)));
  signal?.throwIfAborted();
  const all = rankPlaces(hits.flat(), terms);
  const ranked = all.filter(({ best }) => keep?.(best.id) ?? true);
  const alike = findAlike(terms, asked, vocabulary);
  const loaded = await Promise.all(
    ranked.slice(0, places).map(async ({ score, best }) => {
      const text = await best.data();
      const share = alike.find(({ url }) => url === text.url)?.share ?? 0;
      const isPlace = opensHeading(text) ? 1 : BEGINNING;
      const isSymptom = isError && text.url.startsWith(SYMPTOMS) ? SYMPTOM : 1;
      return { text, score: score * (1 + ALIKE * share) * isPlace * isSymptom };
    }),
  );
  // A reader who asks for terms alone wants more than three of the one page that has them.
  const ofAPage = keep === undefined ? PLACES_OF_A_PAGE : places;
  const texts = loaded.sort((a, b) => b.score - a.score).map(({ text }) => text);
  const results = groupByPage(texts, ofAPage);
  return {
    ...nothing,
    results: results.map((text) => describe(text, words)),
    found: ranked.length,
    leftOut: all.length - ranked.length,
  };
}

/** Trims the text and collapses white space within lines. */
export function normaliseQuery(typed: string): string {
  return typed.trim().replace(/[ \t]+/g, " ");
}

/** A place that has a term, and how well. */
interface Hit {
  readonly term: Term;
  readonly place: FoundPlace;
  readonly score: number;
}

/** Asks for pages and for samples, whose scores count less unless the query is from code. */
async function ask(engine: Engine, term: Term, isCode: boolean): Promise<Hit[]> {
  const [pages, samples] = await Promise.all(
    ["page", "sample"].map((kind) => engine.search(term.text, { filters: { kind } })),
  );
  const hits = (results: readonly FoundPlace[] = [], share: number): Hit[] =>
    results.map((place) => ({ term, place, score: Math.log1p(place.score) * share }));
  return [...hits(pages?.results, 1), ...hits(samples?.results, isCode ? 0.5 : SAMPLES_SHARE)];
}

export interface RankedPlace {
  readonly score: number;
  /** The place as its rarest term found it. */
  readonly best: FoundPlace;
}

/** Ranks places by the sum over their terms, of score × rarity, × the root of the share of the terms that they have. */
export function rankPlaces(hits: readonly Hit[], terms: readonly Term[]): RankedPlace[] {
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  return [...Map.groupBy(hits, ({ place }) => place.id).values()]
    .flatMap((own): RankedPlace[] => {
      const [rarest] = own.toSorted((a, b) => b.term.weight - a.term.weight);
      if (rarest === undefined) return [];
      const sum = own.reduce((all, { score, term }) => all + score * term.weight, 0);
      const covered = own.reduce((all, { term }) => all + term.weight, 0);
      return [{ score: sum * (covered / whole), best: rarest.place }];
    })
    .sort((a, b) => b.score - a.score);
}

/** Puts the best places of each page together, the page of the best place first. */
function groupByPage(texts: readonly PlaceText[], most: number): PlaceText[] {
  const byPage = Map.groupBy(texts, ({ url }) => url.replace(/#.*$/, ""));
  return [...byPage.values()].flatMap((own) =>
    own.filter((text, index) => index === 0 || opensHeading(text)).slice(0, most),
  );
}

/** Whether a place is a heading of a page, or a sample, which has no headings to open. */
function opensHeading({ url, filters }: PlaceText): boolean {
  return url.includes("#") || filters["kind"]?.[0] === "sample";
}

function describe(
  { url, excerpt, content = "", meta, filters }: PlaceText,
  words: readonly string[],
): Result {
  const title = meta["title"] ?? url;
  return {
    kind: readKind(filters["what"]?.[0]),
    title,
    url,
    excerpt: cutTitle(markWords(readExcerpt(excerpt), words), title),
    section: filters["section"]?.[0] ?? "",
    system: filters["system"]?.[0] ?? "both",
    page: meta["page"] ?? title,
    text: content,
  };
}
