/**
 * The files of the index, as text, because a host compresses text:
 *
 * - `entry.txt`             {@link Entry} as JSON in the first line, then the words in order, each with the number of
 *                           sections that have it: "offset 20", or "bookmark" for one. "!" behind a word: people ask
 *                           with it, or a heading has it; "?": people ask with it, and no page has it
 * - `<version>/<n>.txt`     the postings of a range of those words, in each line those of one
 * - `<version>/t<n>.json`   {@link PlaceText}, what is shown of a section
 *
 * Sections are numbered: first those of pages, page after page, then those of samples, then one number for each thing
 * that people asked.
 */

import { KINDS, SUBJECTS, type Kind, type Subject } from "./kinds.ts";

/** Where the files are, below the root of the site. */
export const INDEX = "/search/index/";

/** What is known of the index before anything is asked. */
export interface Entry {
  /** The folder of all other files: another for other pages. */
  readonly version: string;
  /** How many sections there are of pages, and of pages and samples. */
  readonly pages: number;
  readonly sections: number;
  /** The number of the first section of each page, as differences to the one before. */
  readonly starts: readonly number[];
  /** A digit for each section: what it is, and whose matter; see {@link kindAt} and {@link subjectAt}. */
  readonly kinds: string;
  readonly subjects: string;
  /** The first word of each file of postings, as a place in the list of words. */
  readonly chunks: readonly number[];
  /** The section that answers what was asked, for each thing asked, and how much the words of it weigh. */
  readonly answers: readonly number[];
  readonly lengths: readonly number[];
}

/** A section as it is shown. */
export interface PlaceText {
  readonly url: string;
  /** The heading, or the page's title. */
  readonly title: string;
  readonly page: string;
  readonly section: string;
  readonly system: string;
  readonly content: string;
}

/** A section that has a word, and how much the word says of it: 0 for nothing, 1 for all that it could. */
export interface Posting {
  readonly number: number;
  readonly impact: number;
}

const KIND_NAMES = Object.keys(KINDS) as readonly Kind[];

/** Writes {@link Entry.kinds}. */
export function writeKinds(kinds: readonly Kind[]): string {
  return kinds.map((kind) => KIND_NAMES.indexOf(kind)).join("");
}

/** Writes {@link Entry.subjects}. */
export function writeSubjects(subjects: readonly Subject[]): string {
  return subjects.map((subject) => SUBJECTS.indexOf(subject)).join("");
}

/** What a section is, by its number. */
export function kindAt({ kinds }: Pick<Entry, "kinds">, number: number): Kind {
  return KIND_NAMES[Number(kinds[number])] ?? "section";
}

/** Whose matter a section is, by its number. */
export function subjectAt({ subjects }: Pick<Entry, "subjects">, number: number): Subject {
  return SUBJECTS[Number(subjects[number])] ?? "both";
}

/** Impacts are written as a capital letter. */
const LEVELS = 24;
const FIRST_LETTER = 65;

/** Writes postings: the difference to the number before in base 36, nothing for 1, and the impact's letter. */
export function writePostings(postings: readonly Posting[]): string {
  let before = -1;
  return postings
    .map(({ number, impact }) => {
      const step = number - before;
      before = number;
      const level = Math.min(LEVELS - 1, Math.max(0, Math.round(impact * LEVELS) - 1));
      return `${step === 1 ? "" : step.toString(36)}${String.fromCharCode(FIRST_LETTER + level)}`;
    })
    .join("");
}

export function readPostings(line: string): Posting[] {
  let number = -1;
  return [...line.matchAll(/([\da-z]*)([A-Z])/g)].map(([, step = "", letter = "A"]) => {
    number += step === "" ? 1 : Number.parseInt(step, 36);
    return { number, impact: (letter.charCodeAt(0) - FIRST_LETTER + 1) / LEVELS };
  });
}
