/**
 * Turns what a reader types into places to open, in four steps:
 *
 * 1. `readQuery`    typed text → terms with weights, each of words of the index; spelling corrected
 * 2. `rankPlaces`   the postings of those words → sections by all their terms; what people asked in such words counts
 * 3. `choosePlaces` the best sections, those of one page together
 * 4. `describe`     their texts, and an excerpt of each
 *
 * Each step takes and returns plain data, so that others can be added between them.
 */
import { cutTitle, markWords, type ExcerptPart } from "./excerpt.ts";
import { cutAround } from "./cut-around.ts";
import { kindAt, type Entry, type PlaceText, type Posting } from "./index-format.ts";
import type { Kind } from "./kinds.ts";
import { readQuery, type Query, type Term, type TermWord } from "./read-query.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { cutWords } from "./words.ts";

/** An opened index. */
export interface Engine {
  readonly entry: Entry;
  readonly vocabulary: Vocabulary;
  /** Which sections have a word, and each thing asked that has it. */
  postingsOf(word: string): Promise<readonly Posting[]>;
  textOf(number: number): Promise<PlaceText>;
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
  /** The text of at most this many places is loaded. */
  readonly places: number;
  /** Whether a section may be a result, by its number; without it, every one may. */
  readonly keep?: (number: number) => boolean;
  /** Abort it when the answer is no longer needed. No text is loaded then, and the promise rejects. */
  readonly signal?: AbortSignal;
}

/** More places of one page would push the next page out of sight. */
const PLACES_OF_A_PAGE = 2;
/** How much of its score a sample keeps where a page explains: one file in many uses the same words. */
const SAMPLES_SHARE = { ofWords: 0.3, ofCode: 0.5 } as const;
/** How much of its score the beginning of a page keeps: a heading is a better place to open. */
const BEGINNING = 0.5;
/** How much more a symptom, whose heading is the text of an error, answers such a text. */
const SYMPTOM = 2;
/** How much the same words as somebody's question count, beside the words of a section and of another of its page. */
const ALIKE = 3;
const ALIKE_PAGE = 0.7;

/** The text of so many places is looked through for a phrase. */
const MOST_FOR_PHRASES = 40;

/** Searches; an empty query finds nothing. Rejects when the index cannot be loaded. */
export async function search(
  typed: string,
  engine: Engine,
  { places, keep, signal }: SearchOptions,
): Promise<Answer> {
  const query = normaliseQuery(typed);
  const read = readQuery(query, engine.vocabulary);
  const { terms, corrected, missing, phrases } = read;
  const words = terms.flatMap(({ ways }) =>
    ways.flatMap((way) => way.words.flat().map(({ word }) => word)),
  );
  const nothing = { query, corrected, missing, results: [], found: 0, leftOut: 0, words };
  if (terms.length === 0) return nothing;
  const hits = await Promise.all(terms.map((term) => ask(engine, term)));
  signal?.throwIfAborted();
  const ranked = rankPlaces(terms, hits, engine.entry, read);
  const exact = phrases.length === 0 ? ranked : await keepPhrases(phrases, ranked, engine);
  // Beside other words, quotes may stand around what is particular to one reader.
  const isPhraseAlone = cutWords(query.replace(/"[^"]*"/g, " ")).length === 0;
  const all = exact.length === 0 && !isPhraseAlone ? ranked : exact;
  const kept = all.filter(({ number }) => keep?.(number) ?? true);
  // A reader who asks for terms alone wants more than two of the one page that has them.
  const ofAPage = keep === undefined ? PLACES_OF_A_PAGE : places;
  const chosen = choosePlaces(kept, engine.entry, { places, ofAPage });
  const results = await Promise.all(
    chosen.map(async ({ number }) =>
      describe(await engine.textOf(number), kindAt(engine.entry, number), words),
    ),
  );
  return {
    ...nothing,
    results,
    found: kept.length,
    leftOut: all.length - kept.length,
  };
}

/** Trims the text and collapses white space within lines. */
export function normaliseQuery(typed: string): string {
  return typed.trim().replace(/[ \t]+/g, " ");
}

/** Of the best places those whose text has what stood between quotes, word for word. */
async function keepPhrases(
  phrases: readonly string[],
  ranked: readonly RankedPlace[],
  { textOf }: Pick<Engine, "textOf">,
): Promise<RankedPlace[]> {
  const has = await Promise.all(
    ranked.slice(0, MOST_FOR_PHRASES).map(async (place) => {
      const { title, page, content } = await textOf(place.number);
      const words = ` ${cutWords(`${title} ${page} ${content}`).join(" ")} `;
      return phrases.every((phrase) => words.includes(` ${cutWords(phrase).join(" ")} `));
    }),
  );
  return ranked.filter((_, index) => has[index] === true);
}

/** Number → how well it says a term: the best of the term's words. */
type Hits = ReadonlyMap<number, number>;

async function ask(engine: Engine, { ways }: Term): Promise<Hits> {
  const hits = new Map<number, number>();
  const found = await Promise.all(
    ways.map(async ({ words }) => {
      const each = await Promise.all(words.map((forms) => askForms(engine, forms)));
      return meet(each);
    }),
  );
  for (const way of found)
    for (const [number, impact] of way) hits.set(number, Math.max(hits.get(number) ?? 0, impact));
  return hits;
}

async function askForms(engine: Engine, forms: readonly TermWord[]): Promise<Hits> {
  const hits = new Map<number, number>();
  const found = await Promise.all(
    forms.map(async ({ word, share }) => ({ share, postings: await engine.postingsOf(word) })),
  );
  for (const { share, postings } of found)
    for (const { number, impact } of postings)
      hits.set(number, Math.max(hits.get(number) ?? 0, impact * share));
  return hits;
}

/** What all have, as well as the one that says it least. */
function meet(each: readonly Hits[]): Hits {
  const [first = new Map<number, number>(), ...others] = each;
  return others.reduce<Hits>(
    (all, other) =>
      new Map(
        [...all].flatMap(([number, impact]): [number, number][] => {
          const its = other.get(number);
          return its === undefined ? [] : [[number, Math.min(impact, its)]];
        }),
      ),
    first,
  );
}

export interface RankedPlace {
  readonly number: number;
  readonly score: number;
}

/**
 * Ranks sections by the sum over their terms, of how well they say each × its weight, × the share of all terms that
 * they have, and by how alike they are to what people asked.
 */
export function rankPlaces(
  terms: readonly Term[],
  hits: readonly Hits[],
  entry: Entry,
  { isCode, isError }: Pick<Query, "isCode" | "isError">,
): RankedPlace[] {
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0);
  const sums = new Map<number, { sum: number; covered: number }>();
  for (const [index, { weight }] of terms.entries()) {
    for (const [number, impact] of hits[index] ?? []) {
      const own = sums.get(number) ?? { sum: 0, covered: 0 };
      own.sum += impact * weight;
      own.covered += weight;
      sums.set(number, own);
    }
  }
  const alike = findAlike(sums, whole, entry);
  const starts = startsOf(entry);
  return [...sums]
    .filter(([number]) => number < entry.sections)
    .map(([number, { sum, covered }]) => {
      const start = starts.findLast((it) => it <= number) ?? 0;
      const isSample = number >= entry.pages;
      const share = isSample
        ? SAMPLES_SHARE[isCode ? "ofCode" : "ofWords"]
        : start === number
          ? BEGINNING
          : 1;
      const isSymptom = kindAt(entry, number) === "symptom";
      const score =
        sum *
        Math.sqrt(covered / whole) *
        share *
        (isError && isSymptom ? SYMPTOM : 1) *
        (1 + ALIKE * (alike.get(number) ?? 0) + ALIKE_PAGE * (alike.get(start) ?? 0));
      return { number, score };
    })
    .sort((a, b) => b.score - a.score || a.number - b.number);
}

/** Section → how much the query is like what somebody asked that it answers: 1 for the same words. */
function findAlike(
  sums: ReadonlyMap<number, { readonly covered: number }>,
  whole: number,
  { sections, answers, lengths }: Entry,
): ReadonlyMap<number, number> {
  const alike = new Map<number, number>();
  for (const [number, { covered }] of sums) {
    if (number < sections) continue;
    const answer = answers[number - sections] ?? -1;
    const length = Math.max(1, lengths[number - sections] ?? 1);
    const share = (covered / whole) * Math.sqrt(Math.min(1, covered / length));
    alike.set(answer, Math.max(share, alike.get(answer) ?? 0));
  }
  return alike;
}

/** The number of the first section of each page. */
function startsOf({ starts }: Entry): number[] {
  let number = 0;
  return starts.map((step) => (number += step));
}

/** The best places, those of each page together, the page of the best place first. */
function choosePlaces(
  ranked: readonly RankedPlace[],
  entry: Entry,
  { places, ofAPage }: { readonly places: number; readonly ofAPage: number },
): RankedPlace[] {
  const starts = startsOf(entry);
  const pageOf = ({ number }: RankedPlace): number =>
    starts.findLastIndex((start) => start <= number);
  const byPage = Map.groupBy(ranked.slice(0, places), pageOf);
  return [...byPage].flatMap(([page, own]) =>
    own
      // The beginning of a page only where nothing else of the page is better.
      .filter(({ number }, index) => index === 0 || number !== starts[page])
      .slice(0, ofAPage),
  );
}

function describe({ content, ...place }: PlaceText, kind: Kind, words: readonly string[]): Result {
  const excerpt = markWords(cutAround(cutTitle(content, place.title), words), words);
  return { kind, ...place, excerpt, text: content };
}
