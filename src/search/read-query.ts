import { synonymsOf } from "./synonyms.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { cutWords } from "./words.ts";

/** What a reader typed, as the search uses it. */
export interface Query {
  /** What to ask the index, the rarest first. */
  readonly terms: readonly Term[];
  /** Words that were read as another: { typed: "ofset", meant: "offset" }. */
  readonly corrected: readonly { readonly typed: string; readonly meant: string }[];
  /** Words that no page has. */
  readonly missing: readonly string[];
  /** Whether the words are names from code or an error's text, which a sample may answer as well as a page. */
  readonly isCode: boolean;
  /** Whether it looks like a line that a program printed when it failed. */
  readonly isError: boolean;
}

export interface Term {
  /** A word, a name such as `max.poll.interval.ms`, or a phrase between double quotes. */
  readonly text: string;
  /** How much it says about a page; see {@link Vocabulary.weightOf}. */
  readonly weight: number;
}

/** How much a word counts that was typed otherwise. */
const CORRECTED = 0.75;
/** How much the site's word for a word of others counts. */
const SYNONYM = 0.7;
/** Asking for more of them finds nothing new and loads more of the index. */
const MOST_TERMS = 5;

/** Words of a question that say nothing about its subject. */
const STOP_WORDS = new Set(
  (
    "a about after again all am an and any are as at be been before being but by can cannot could did do does doing " +
    "during each error errors even every exception failed failure for from get gets getting got had has have having he " +
    "her here how i if in instead into is isn it its just know like make many me more most much must my need of off on " +
    "only or other our out over please problem should so some still such t than that the their them then there these " +
    "they this those through to too uncaught under unhandled until up use used using very want was way we were what when " +
    "where whether which while who why will with without work working works would you your s don doesn didn " +
    "hour hours minute minutes second seconds ten thirty sixty hundred thousand several"
  ).split(" "),
);

/** What is particular to one reader's machine or moment in a pasted error. */
const PARTICULARS: readonly RegExp[] = [
  // Stack frames, and places in files.
  /^\s*at .*$/gm,
  /\S+\.(?:[cm]?[jt]sx?|java):\d+(?::\d+)?/g,
  // Addresses: a host or an IP with a port, and IPs alone.
  /(?:\[[\da-f:]+\]|[\w-]+(?:\.[\w-]+)*):\d{2,5}\b/gi,
  /\b\d{1,3}(?:\.\d{1,3}){3}\b/g,
  // Times of day, dates, identifiers.
  /\b\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d\S*)?/g,
  /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b/gi,
];
/** A Java package before a class. */
const PACKAGE = /\b(?:[a-z]\w*\.){2,}(?=[A-Z])/g;
const VERSION = /\bv(?=\d+\.\d)/gi;
const PHRASE = /"([^"]+)"/g;
/** A name from code: with inner punctuation, with a capital inside, or all in capitals. */
const CODE_NAME = /[A-Za-z\d][._][A-Za-z]|[a-z][A-Z]|^[A-Z][A-Z\d]*_[A-Z\d_]+$|^@\S+\/|\(\)/;

/** A status of gRPC with its number, or a class of error. */
const ERROR = /\b\d+ [A-Z][A-Z_]+\b|\b\w*(?:Error|Exception|Warning)\b/;

/** Reads what was typed against the words that the pages have. */
export function readQuery(typed: string, vocabulary: Vocabulary): Query {
  const phrases = [...typed.matchAll(PHRASE)].map(([, phrase = ""]) => phrase.trim());
  const tokens = cutTokens(typed.replace(PHRASE, " "));
  const names = tokens.filter((token) => !isNoise(token, tokens.length));
  const read = names.map((token, index) =>
    readToken(token, vocabulary, { isLast: index === names.length - 1 }),
  );
  const found = [
    ...phrases.map((phrase) => ({ text: `"${phrase}"`, weight: weigh(phrase, vocabulary) })),
    ...read.flatMap(({ terms }) => terms),
  ];
  const heaviest = new Map<string, Term>();
  for (const term of found)
    if (term.weight > (heaviest.get(term.text)?.weight ?? 0)) heaviest.set(term.text, term);
  return {
    terms: [...heaviest.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS),
    corrected: read.flatMap(({ corrected }) => corrected),
    missing: read.flatMap(({ missing }) => missing),
    isCode: names.some((token) => CODE_NAME.test(token)),
    isError: ERROR.test(typed),
  };
}

/** Cuts off what is particular to one reader, and the rest into words and names. */
function cutTokens(typed: string): string[] {
  return PARTICULARS.reduce((text, pattern) => text.replace(pattern, " "), typed)
    .replace(PACKAGE, "")
    .replace(VERSION, "")
    .split(/[\s,;:!?()[\]{}<>"'`’“”|=]+/)
    .map((token) => token.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((token) => token !== "");
}

type ReadToken = Pick<Query, "terms" | "corrected" | "missing">;

/** A name whose words all stand somewhere is asked as it is; any other one word by word. */
function readToken(
  token: string,
  vocabulary: Vocabulary,
  { isLast }: { readonly isLast: boolean },
): ReadToken {
  const words = cutWords(token);
  const others = words.flatMap((word) =>
    synonymsOf(word).map((text) => ({ text, weight: weigh(text, vocabulary) * SYNONYM })),
  );
  if (words.every((word) => vocabulary.pagesWith(word) > 0)) {
    const text = token.toLowerCase();
    return {
      terms: [{ text, weight: weigh(text, vocabulary) }, ...others],
      corrected: [],
      missing: [],
    };
  }
  const read = words.map((word, index) =>
    readWord(word, vocabulary, { isLast: isLast && index === words.length - 1 }),
  );
  return {
    terms: [...read.flatMap(({ terms }) => terms), ...others],
    corrected: read.flatMap(({ corrected }) => corrected),
    missing: read.flatMap(({ missing }) => missing),
  };
}

function readWord(
  word: string,
  vocabulary: Vocabulary,
  { isLast }: { readonly isLast: boolean },
): ReadToken {
  const as = (text: string, weight: number): ReadToken => ({
    terms: [{ text, weight }],
    corrected: text === word ? [] : [{ typed: word, meant: text }],
    missing: [],
  });
  if (vocabulary.pagesWith(word) > 0) return as(word, vocabulary.weightOf(word));
  // Perhaps its end is still to be typed, and the index finds words by their beginning.
  if (isLast && vocabulary.hasBeginning(word)) return as(word, 1);
  if (synonymsOf(word).length > 0) return { terms: [], corrected: [], missing: [] };
  const meant = vocabulary.correct(word);
  // It may be a word that the site has not, and only near to one that it has.
  if (meant !== undefined) return as(meant, vocabulary.weightOf(meant) * CORRECTED);
  return { terms: [], corrected: [], missing: [word] };
}

/** Whether a token says nothing about a page: a stop word, or a number among words. */
function isNoise(token: string, tokens: number): boolean {
  if (STOP_WORDS.has(token.toLowerCase()) && tokens > 1) return true;
  return (
    tokens > 2 &&
    /^[\d.,]+(?:ms|s|m|h|d|b|kb|mb|gb|bytes|%)?$/i.test(token) &&
    !/^[45]\d\d$/.test(token)
  );
}

/** A name is as rare as its rarest word, and a little rarer for each other one. */
function weigh(name: string, vocabulary: Vocabulary): number {
  const weights = cutWords(name).map((word) => vocabulary.weightOf(word));
  return weights.length === 0 ? 0 : Math.max(...weights) + (weights.length - 1) * 0.2;
}
