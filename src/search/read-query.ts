import { synonymsOf } from "./synonyms.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { cutName, cutWords, STOP_WORDS } from "./words.ts";

/** What a reader typed, as the search uses it. */
export interface Query {
  /** What is asked for, the rarest first. */
  readonly terms: readonly Term[];
  /** What stood between double quotes. */
  readonly phrases: readonly string[];
  /** Words that were read as another: { typed: "ofset", meant: "offset" }. */
  readonly corrected: readonly { readonly typed: string; readonly meant: string }[];
  /** Words that no page has. */
  readonly missing: readonly string[];
  /** Whether the words are names from code or an error's text, which a sample may answer as well as a page. */
  readonly isCode: boolean;
  /** Whether it looks like a line that a program printed when it failed. */
  readonly isError: boolean;
}

/** One thing that is asked for: a section needs one of the ways to say it. */
export interface Term {
  /** As it was typed, or as it was meant. */
  readonly text: string;
  /** How much it says about a section; see {@link Vocabulary.weightOf}. */
  readonly weight: number;
  readonly ways: readonly Way[];
}

/** Words of which a section needs each one: "dead" and "letter", each in one of its forms. */
export interface Way {
  readonly words: readonly (readonly TermWord[])[];
}

export interface TermWord {
  readonly word: string;
  /** How much of its weight a section gets for this word. */
  readonly share: number;
}

/** How much a word counts that was typed otherwise. */
const CORRECTED = 0.75;
/** How much another form of a word counts, and the site's word for a word of others. */
const FORM = 0.75;
const SYNONYM = 0.85;
/** How much it counts where the site has the other word too. */
const SYNONYM_TOO = 0.6;
/** How much a word counts by itself that is part of an expression. */
const SPOKEN = 0.3;
/** Of more of them the commonest say nothing. */
const MOST_TERMS = 10;
/** How many words may end what is still being typed. */
const MOST_COMPLETIONS = 12;

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
/** "after 60 seconds", "every 5 minutes": whoever counts the time until something ends asks about a time-out. */
const TIMED =
  /\b(?:after\s+(?:an?|one|\d{1,3})\s?(?:s|secs?|seconds?|mins?|minutes?|hours?)|every\s+(?:one|\d{1,3})\s?(?:mins?|minutes?|hours?))\b/gi;
/** In a log's line in JSON: what says nothing of what failed, and the names of its fields. */
const LOG_MATTER =
  /"(?:level|severity|time|timestamp|ts|pid|hostname|host|logger|name|broker|clientId|groupId|correlationId|size)"\s*:\s*(?:"[^"]*"|[^\s,}]+)/g;
const LOG_FIELD = /"[\w.@]+"\s*:/g;
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
  const isLog = typed.search(LOG_FIELD) >= 0;
  const isError = isLog || ERROR.test(typed);
  const asked = isLog ? readLogLine(typed) : isError ? typed : typed.replace(TIMED, " timeout ");
  const phrases = [...asked.matchAll(PHRASE)].map(([, phrase = ""]) => phrase.trim().toLowerCase());
  const tokens = cutTokens(asked.replace(PHRASE, " "));
  const named = tokens.filter((token) => !isNoise(token, tokens.length));
  const words = named.flatMap((token) => cutToken(token, vocabulary));
  const read = readWords(words, vocabulary);
  const quoted = phrases.flatMap((phrase) =>
    cutWords(phrase).map((word): Term => {
      const isKnown = vocabulary.placeOf(word) !== undefined;
      const ways = isKnown ? [{ words: [[{ word, share: 1 }]] }] : [];
      return { text: word, weight: vocabulary.weightOf(word), ways };
    }),
  );
  const heaviest = new Map<string, Term>();
  for (const term of [...quoted, ...read.terms])
    if (term.ways.length > 0 && term.weight > (heaviest.get(term.text)?.weight ?? 0))
      heaviest.set(term.text, term);
  return {
    terms: [...heaviest.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST_TERMS),
    phrases,
    corrected: read.corrected,
    missing: read.missing,
    isCode: named.some((token) => CODE_NAME.test(token)),
    isError,
  };
}

/** What a line in JSON says, without quotes: they are the format's, and no phrase is meant. */
function readLogLine(line: string): string {
  return line.replace(LOG_MATTER, " ").replace(LOG_FIELD, " ").replaceAll('"', " ");
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

/** The words of a token. A name in camel case that no page has is read by its parts. */
function cutToken(token: string, vocabulary: Vocabulary): string[] {
  return (token.match(/[\p{L}\p{N}]+/gu) ?? []).flatMap((name) => {
    const word = name.toLowerCase();
    const parts = cutName(name);
    return vocabulary.sectionsWith(word) > 0 || parts.length === 0 ? [word] : parts;
  });
}

type ReadWords = Pick<Query, "terms" | "corrected" | "missing">;

/** Reads words in their order, since some synonyms are for two or three words together. */
function readWords(words: readonly string[], vocabulary: Vocabulary): ReadWords {
  const terms: Term[] = [];
  const corrected: Query["corrected"][number][] = [];
  const missing: string[] = [];
  const spoken = findExpressions(words);
  for (const { text } of spoken) terms.push(...readExpression(text, vocabulary));
  for (const [index, word] of words.entries()) {
    const isSpoken = spoken.some(({ from, to }) => index >= from && index < to);
    const isLast = index === words.length - 1;
    const read = readWord(word, vocabulary, { isLast, isSpoken });
    terms.push(read.term);
    if (read.meant !== undefined) corrected.push({ typed: word, meant: read.meant });
    if (read.isMissing === true) missing.push(word);
  }
  return { terms, corrected, missing };
}

interface Expression {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Expressions of two or three words that others use, the longest first. */
function findExpressions(words: readonly string[]): Expression[] {
  const found: Expression[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const to = [from + 3, from + 2].find(
      (end) => end <= words.length && synonymsOf(words.slice(from, end).join(" ")).length > 0,
    );
    if (to === undefined) continue;
    found.push({ text: words.slice(from, to).join(" "), from, to });
    from = to - 1;
  }
  return found;
}

/** What others say in several words; a section may say it in the same. */
function readExpression(text: string, vocabulary: Vocabulary): Term[] {
  const ways = waysOf([text, ...synonymsOf(text)], vocabulary, 1);
  return ways.length === 0 ? [] : [{ text, weight: heaviest(ways, vocabulary), ways }];
}

interface ReadWord {
  readonly term: Term;
  readonly meant?: string;
  readonly isMissing?: boolean;
}

function readWord(
  word: string,
  vocabulary: Vocabulary,
  { isLast, isSpoken }: { readonly isLast: boolean; readonly isSpoken: boolean },
): ReadWord {
  const others = waysOf(synonymsOf(word), vocabulary, SYNONYM);
  const own = formsOf(word, vocabulary, 1);
  if (own.length > 0) {
    const weight = vocabulary.weightOf(word);
    const ways = [{ words: [own] }, ...waysOf(synonymsOf(word), vocabulary, SYNONYM_TOO)];
    const isMissing = !own.some((form) => vocabulary.isSaid(form.word));
    return { term: { text: word, weight: weight * (isSpoken ? SPOKEN : 1), ways }, isMissing };
  }
  // Perhaps its end is still to be typed.
  const completions = isLast ? vocabulary.completionsOf(word).slice(0, MOST_COMPLETIONS) : [];
  if (completions.length > 0) {
    const ways = [{ words: [completions.map((it) => ({ word: it, share: 1 }))] }, ...others];
    return { term: { text: word, weight: heaviest(ways, vocabulary), ways } };
  }
  if (others.length > 0 || isSpoken)
    return { term: { text: word, weight: heaviest(others, vocabulary) * SYNONYM, ways: others } };
  const meant = vocabulary.correct(word);
  if (meant === undefined) return { term: { text: word, weight: 0, ways: [] }, isMissing: true };
  // It may be a word that the site has not, and only near to one that it has.
  const ways = [
    { words: [formsOf(meant, vocabulary, 1)] },
    ...waysOf(synonymsOf(meant), vocabulary, SYNONYM),
  ];
  return { term: { text: meant, weight: vocabulary.weightOf(meant) * CORRECTED, ways }, meant };
}

/** What others call it, as words of the index. */
function waysOf(synonyms: readonly string[], vocabulary: Vocabulary, share: number): Way[] {
  return synonyms.flatMap((synonym): Way[] => {
    const words = cutWords(synonym).map((word) => formsOf(word, vocabulary, share));
    return words.every((forms) => forms.length > 0) ? [{ words }] : [];
  });
}

/** The weight of the rarest way: of each the rarest word, in its most frequent form. */
function heaviest(ways: readonly Way[], vocabulary: Vocabulary): number {
  const weights = ways.map(({ words }) =>
    Math.max(
      ...words.map((forms) => Math.min(...forms.map(({ word }) => vocabulary.weightOf(word)))),
    ),
  );
  return Math.max(0, ...weights);
}

/** The words of the index that are forms of one, the word itself with the full share. */
function formsOf(word: string, vocabulary: Vocabulary, share: number): TermWord[] {
  return vocabulary
    .formsOf(word)
    .map((form) => ({ word: form, share: form === word ? share : share * FORM }));
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
