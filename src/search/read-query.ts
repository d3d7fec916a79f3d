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
    "where whether which while who why will with without work working works would you your s don doesn didn"
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
  const plain = PARTICULARS.reduce((text, pattern) => text.replace(pattern, " "), typed)
    .replace(PHRASE, " ")
    .replace(PACKAGE, "")
    .replace(VERSION, "");
  const tokens = plain
    .split(/[\s,;:!?()[\]{}<>"'`’“”|=]+/)
    .map((token) => token.replace(/^[^\p{L}\p{N}@]+|[^\p{L}\p{N}]+$/gu, ""))
    .filter((token) => token !== "");
  const corrected: { typed: string; meant: string }[] = [];
  const missing: string[] = [];
  const texts = new Map<string, number>();
  const words = tokens.filter((token) => !isNoise(token, tokens.length));

  for (const token of words) {
    const parts = cutWords(token);
    const unknown = parts.filter((part) => vocabulary.pagesWith(part) === 0);
    if (unknown.length === 0) {
      texts.set(token.toLowerCase(), weigh(parts, vocabulary));
      continue;
    }
    for (const part of parts) {
      const isLast = token === words.at(-1) && part === parts.at(-1);
      const meant = vocabulary.pagesWith(part) > 0 ? part : vocabulary.correct(part);
      if (part !== meant && isLast && vocabulary.hasBeginning(part)) {
        // Perhaps its end is still to be typed, and the index finds words by their beginning.
        texts.set(part, 1);
      } else if (meant === undefined) {
        missing.push(part);
      } else {
        if (meant !== part) corrected.push({ typed: part, meant });
        texts.set(meant, vocabulary.weightOf(meant));
      }
    }
  }
  const terms = [
    ...phrases.map((phrase) => ({
      text: `"${phrase}"`,
      weight: weigh(cutWords(phrase), vocabulary),
    })),
    ...[...texts].map(([text, weight]) => ({ text, weight })),
  ]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, MOST_TERMS);
  return {
    terms,
    corrected,
    missing,
    isCode: words.some((token) => CODE_NAME.test(token)),
    isError: ERROR.test(typed),
  };
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
function weigh(words: readonly string[], vocabulary: Vocabulary): number {
  const weights = words.map((word) => vocabulary.weightOf(word)).sort((a, b) => b - a);
  const [rarest = 0, ...others] = weights;
  return rarest + others.length * 0.2;
}
