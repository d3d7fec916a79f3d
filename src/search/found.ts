/** What a reader is shown for a query: direct answers, then the results, whose tables of facts are cut to their rows. */
import { answerDirectly, type DirectAnswer, type Known } from "./direct-answers.ts";
import { nearestNames } from "../report/nearest.ts";
import { markWords } from "./excerpt.ts";
import { rowsOf, type FactRow } from "./facts.ts";
import type { Answer, Result } from "./query.ts";
import type { GlossaryTerm } from "./terms.ts";

/** A result as it is shown; a fact has a value. */
export interface ShownResult extends Result {
  readonly value?: string;
  /** The program, its version, and how the value is known: "Java producer, Kafka 4.4.0 · from a run" */
  readonly from?: string;
}

export interface Found extends Omit<Answer, "results"> {
  /** What the query is the name of. */
  readonly direct: readonly ShownResult[];
  readonly results: readonly ShownResult[];
  /** Names that are near to the words which no page has. */
  readonly near: readonly string[];
}

const HOW = { run: "from a run", cited: "cited", ours: "our opinion" } as const;

/**
 * Completes an answer of the index with what is known by name.
 *
 * @param weightOf what a word says about a place; see `Vocabulary.weightOf`
 * @param rows the most rows that take the place of the tables of a page; by default as many as there are tables
 */
export function completeAnswer(
  answer: Answer,
  known: Known,
  weightOf: (word: string) => number,
  rows?: number,
): Found {
  const direct = answerDirectly(answer.query, known)
    .map((own) => showDirect(own, answer.words, known.facts))
    // The whole text of a term is for the preview.
    .map((own) => ({
      ...own,
      text: answer.results.find(({ url }) => url === own.url)?.text ?? own.text,
    }));
  const urls = new Set(direct.map(({ url }) => url));
  const results = cutTables(answer, known.facts, weightOf, rows).filter(
    ({ url }) => !urls.has(url),
  );
  const isNothing = direct.length + results.length === 0;
  return {
    ...answer,
    direct,
    results,
    near: isNothing ? findNear([answer.query, ...answer.missing], known) : [],
  };
}

function showDirect(
  answer: DirectAnswer,
  words: readonly string[],
  facts: readonly FactRow[],
): ShownResult {
  return answer.kind === "fact" ? showRow(answer.fact, words, facts) : showTerm(answer.term);
}

/** Puts the rows that match in the place of the tables of their page. */
function cutTables(
  { results, words }: Answer,
  facts: readonly FactRow[],
  weightOf: (word: string) => number,
  most: number | undefined,
): ShownResult[] {
  const weights = new Map(words.map((word) => [word, weightOf(word)]));
  const tables = Map.groupBy(
    results.filter(({ kind }) => kind === "fact"),
    pathOf,
  );
  const cut = new Set<string>();
  return results.flatMap((result): ShownResult[] => {
    const path = pathOf(result);
    if (result.kind !== "fact") return [result];
    if (cut.has(path)) return [];
    const own = tables.get(path) ?? [];
    const rows = rowsOf(path, weights, facts).slice(0, most ?? own.length);
    if (rows.length === 0) return [result];
    cut.add(path);
    return rows.map((row) => ({ ...showRow(row, words, facts), section: result.section }));
  });
}

function pathOf({ url }: Result): string {
  return url.replace(/#.*$/, "");
}

function showRow(
  { url, page, name, value, holder, known, says }: FactRow,
  words: readonly string[],
  facts: readonly FactRow[],
): ShownResult {
  const others = facts
    .filter((it) => it.isSetting && it.name === name && it.url !== url)
    .map((it) => `${it.value} in ${it.holder}`);
  return {
    kind: "fact",
    title: name,
    url,
    excerpt: markWords(says, words),
    section: "Reference",
    system: "both",
    page,
    text: others.length === 0 ? says : `${says} The same setting elsewhere: ${others.join("; ")}.`,
    value,
    from: `${holder} · ${HOW[known]}`,
  };
}

function showTerm({ url, name, sentence }: GlossaryTerm): ShownResult {
  return {
    kind: "term",
    title: name,
    url,
    excerpt: [{ text: sentence, isMatch: false }],
    section: "Reference",
    system: "both",
    page: "Glossary",
    text: "",
  };
}

const MOST_NEAR = 5;

/** Names of terms and settings that differ by few letters from what was typed. */
function findNear(typed: readonly string[], { facts, terms }: Known): string[] {
  const names = new Set([
    ...terms.map(({ name }) => name),
    ...facts.filter(({ isSetting }) => isSetting).map(({ name }) => name),
  ]);
  const near = typed.flatMap((words) => nearestNames(words, [...names], MOST_NEAR));
  return [...new Set(near)].slice(0, MOST_NEAR);
}
