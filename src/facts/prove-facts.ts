import type { ComparedRun } from "../receipts/receipt.ts";
import { readReadingLine } from "../receipts/reading-line.ts";
import { hasWords } from "../receipts/has-words.ts";
import { whyNotRecorded } from "../receipts/why-not-recorded.ts";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { Fact, FactBook } from "./fact.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** Recorded runs by sample id. */
export type Runs = ReadonlyMap<string, readonly ComparedRun[]>;

/** A place where a page shows a fact. */
export interface FactUse {
  readonly id: string;
  readonly page: string;
  readonly line: number;
  readonly column: number;
}

/**
 * Compares every fact that a run proves with the run's output or counts. A different value is an issue at the record,
 * which names the pages that show it.
 */
export function proveFacts(
  { facts }: Pick<FactBook, "facts">,
  runs: Runs,
  uses: readonly FactUse[],
  samples: Parameters<typeof whyNotRecorded>[1],
): Issue[] {
  const readings = new Map<string, Reading>();
  return [...facts.values()].flatMap((fact) => {
    if (fact.proof === undefined) return [];
    const { sample, key, isLine } = fact.proof;
    const own = runs.get(sample);
    const issue = (slug: IssueSlug, message: string): Issue[] => [
      { slug, file: fact.file, line: fact.line, column: fact.column, message },
    ];
    if (own === undefined) {
      return issue(
        "unknown-proof",
        `The fact "${fact.id}" is proven by "${sample}". ${whyNotRecorded(sample, samples, [...runs.keys()])}`,
      );
    }
    const reading = readings.get(sample) ?? readRuns(own);
    readings.set(sample, reading);
    if (isLine) {
      if (!reading.lines.has(key)) {
        return issue(
          "fact-differs",
          `The fact "${fact.id}" is proven by the line "${key}", which ${sample} does not print.${didYouMean(key, [...reading.lines])}${shownAt(fact, uses)}`,
        );
      }
      if (numbersOf(key).has(fact.value) || hasWords(key, fact.value)) return [];
      return issue(
        "fact-differs",
        `The fact "${fact.id}" has the value ${fact.value}; the line that proves it says "${key}".${shownAt(fact, uses)}`,
      );
    }
    const found = reading.values.get(key);
    if (found === undefined) {
      return issue(
        "unknown-proof",
        `The fact "${fact.id}" is proven by "${key}", which ${sample} neither prints nor counts.${didYouMean(key, [...reading.values.keys()])}`,
      );
    }
    if (found.size > 1) {
      return issue(
        "ambiguous-proof",
        `The fact "${fact.id}" is proven by "${key}", which is ${[...found].join(" and ")} in runs of ${sample}. Prove it by a whole line.`,
      );
    }
    if (found.has(fact.value)) return [];
    return issue(
      "fact-differs",
      `The fact "${fact.id}" has the value ${fact.value}; ${sample} says ${key} = ${[...found].join("")}.${shownAt(fact, uses)}`,
    );
  });
}

/** What the runs of a sample printed and counted. */
interface Reading {
  /** Key → the values that runs give it, usually one. */
  readonly values: ReadonlyMap<string, ReadonlySet<string>>;
  readonly lines: ReadonlySet<string>;
}

function readRuns(runs: readonly ComparedRun[]): Reading {
  const values = new Map<string, Set<string>>();
  const note = (key: string, value: string): void => {
    values.set(key, (values.get(key) ?? new Set()).add(value));
  };
  const lines = new Set<string>();
  for (const { programs, counts, without } of runs) {
    if (without !== undefined) continue;
    for (const [name, count] of Object.entries(counts)) note(name, String(count));
    for (const line of programs.flatMap(({ output }) => output)) {
      lines.add(line);
      const reading = readReadingLine(line);
      if (reading !== undefined) note(reading.key, reading.value);
    }
  }
  return { values, lines };
}

function shownAt({ id }: Fact, uses: readonly FactUse[]): string {
  const own = uses.filter((use) => use.id === id);
  if (own.length === 0) return "";
  return `\nShown at ${own.map(({ page, line, column }) => `${page}:${line}:${column}`).join(", ")}.`;
}

/** Every number in a text, without thousands separators. */
export function numbersOf(text: string): Set<string> {
  const plain = text.replaceAll(/(?<=\d)[,_](?=\d{3})/g, "");
  return new Set(plain.match(/\d+(?:\.\d+)?/g) ?? []);
}
