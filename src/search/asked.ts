import { areForms, cutWords } from "./words.ts";
import type { Term } from "./read-query.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** A place that answers what somebody asked in public. */
export interface Asked {
  /** "/kafka/consuming/#consumer-lag-why-it-grows" */
  readonly url: string;
  /** As it was written. */
  readonly asks: string;
  readonly words: readonly string[];
}

/** How a query is like what somebody asked. */
export interface Likeness {
  readonly url: string;
  /** 1 for the same words, 0 for none. */
  readonly share: number;
}

/** Less is like too much. */
const LEAST_SHARE = 0.45;

/** Reads the file that the build writes: `url`, a tab and the words, in each line. */
export function readAsked(text: string): Asked[] {
  return text.split("\n").flatMap((line) => {
    const [url = "", asks = ""] = line.split("\t");
    return asks === "" ? [] : [{ url, asks, words: cutWords(asks) }];
  });
}

/** Returns what was asked in words like the terms, the most alike first, one for each place. */
export function findAlike(
  terms: readonly Term[],
  asked: readonly Asked[],
  vocabulary: Vocabulary,
): Likeness[] {
  const words = terms.flatMap(({ text, weight }) => {
    const parts = cutWords(text);
    return parts.map((word) => ({ word, weight: weight / parts.length }));
  });
  const whole = words.reduce((sum, { weight }) => sum + weight, 0);
  const best = new Map<string, number>();
  for (const { url, words: own } of asked) {
    const shared = words.filter(({ word }) => own.some((it) => areForms(word, it)));
    if (shared.length === 0) continue;
    const sum = shared.reduce((all, { weight }) => all + weight, 0);
    const length = own.reduce((all, word) => all + vocabulary.weightOf(word), 0);
    const share = (sum / whole) * Math.sqrt(Math.min(1, sum / Math.max(length, 1e-9)));
    if (share >= LEAST_SHARE) best.set(url, Math.max(share, best.get(url) ?? 0));
  }
  return [...best]
    .map(([url, share]) => ({ url, share }))
    .sort((a, b) => b.share - a.share || (a.url < b.url ? -1 : 1));
}
