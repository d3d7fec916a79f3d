import { createHash } from "node:crypto";
import {
  writeKinds,
  writePostings,
  writeSubjects,
  type Entry,
  type PlaceText,
  type Posting,
} from "./index-format.ts";
import type { Kind, Subject } from "./kinds.ts";
import { cutIndexed, STOP_WORDS } from "./words.ts";

/** A section of a page or of a sample. */
export interface IndexedSection {
  readonly kind: Kind;
  readonly subject: Subject;
  readonly text: PlaceText;
  /** The headings above its own. */
  readonly above: readonly string[];
  /** What people ask and it answers. */
  readonly asked: readonly string[];
  /** What it names besides its heading: settings, errors. */
  readonly names: readonly string[];
  /** What people ask and its page answers. */
  readonly askedOfPage: readonly string[];
}

/** How much a word counts in each part of a section. */
const WEIGHTS = { title: 6, above: 1.5, page: 2, asked: 2, askedOfPage: 0.2, content: 1 } as const;
type Part = keyof typeof WEIGHTS;
const PARTS = Object.keys(WEIGHTS) as readonly Part[];
/** How soon more of the same word says no more, and how much a long text counts less: BM25's k and b. */
const SATURATION = 2;
const LENGTH: Readonly<{ [part in Part]: number }> = {
  ...{ title: 0.4, above: 0.4, page: 0.4, asked: 0.6, askedOfPage: 0.5, content: 0.7 },
};
/** A word stands in so many sections at most, the ones that it says most of: more only cost bytes. */
const MOST = { page: 300, sample: 100, asked: 200 } as const;
/** About as many characters as a file of postings has. */
const CHUNK = 6_000;

/** Path → text of all files of the index. `records` come page after page, those of samples last. */
export function writeIndex(records: readonly IndexedSection[]): Map<string, string> {
  const asked = records.flatMap((record, number) =>
    listAsked(record).map((asks) => ({ number, words: [...new Set(cutIndexed(asks))] })),
  );
  const { counts, postings, said } = invert(records, asked);
  const words = [...counts.keys()].sort();
  const { chunks, starts } = cutChunks(
    words.map((word) => writePostings(postings.get(word) ?? [])),
  );
  const weigh = (word: string): number =>
    STOP_WORDS.has(word) ? 0 : Math.log(1 + records.length / (counts.get(word) ?? 1));
  const texts = records.map(({ text }) => JSON.stringify(text));
  const version = createHash("sha256")
    .update([...chunks, ...texts].join("\n"))
    .digest("hex")
    .slice(0, 10);
  const firsts = records.flatMap(({ text }, number) => (text.url.includes("#") ? [] : [number]));
  const entry: Entry = {
    version,
    pages: records.filter(({ kind }) => kind !== "sample").length,
    sections: records.length,
    starts: firsts.map((first, index) => first - (firsts[index - 1] ?? 0)),
    kinds: writeKinds(records.map(({ kind }) => kind)),
    subjects: writeSubjects(records.map(({ subject }) => subject)),
    chunks: starts,
    answers: asked.map(({ number }) => number),
    lengths: asked.map(({ words: own }) => Math.round(own.reduce((sum, it) => sum + weigh(it), 0))),
  };
  const subjects = new Set(asked.flatMap(({ words: own }) => own));
  const list = words.map((word) => {
    const count = counts.get(word) ?? 0;
    const mark = !said.has(word) ? "?" : subjects.has(word) ? "!" : "";
    return `${word}${mark}${count === 1 ? "" : ` ${count}`}`;
  });
  return new Map([
    ["entry.txt", [JSON.stringify(entry), ...list].join("\n")],
    ...chunks.map((text, index) => [`${version}/${index}.txt`, text] as const),
    ...texts.map((text, number) => [`${version}/t${number}.json`, text] as const),
  ]);
}

/** What the section answers: what people ask, what it names, and its heading with and without what follows a colon. */
function listAsked({ kind, text, asked, names }: IndexedSection): string[] {
  const [subject = "", ...rest] = text.title.split(": ");
  const titles = rest.length === 0 ? [subject] : [subject, rest.join(": "), text.title];
  return kind === "sample" ? [...asked] : [...new Set([...asked, ...names, ...titles])];
}

type Asked = readonly { readonly number: number; readonly words: readonly string[] }[];

/** Word → the number of sections that have it, and its postings; and the words that pages have, not questions alone. */
function invert(
  records: readonly IndexedSection[],
  asked: Asked,
): { counts: Map<string, number>; postings: Map<string, Posting[]>; said: Set<string> } {
  const cut = records.map(({ text, above, asked: own, askedOfPage }) => {
    const { title, page, content } = text;
    const parts = {
      title,
      above: above.join(" "),
      page,
      asked: own.join(" "),
      askedOfPage: askedOfPage.join(" "),
      content,
    };
    return Object.fromEntries(PARTS.map((part) => [part, cutIndexed(parts[part])])) as {
      [part in Part]: string[];
    };
  });
  const mean = Object.fromEntries(
    PARTS.map((part) => {
      const lengths = cut.map((own) => own[part].length).filter((length) => length > 0);
      return [part, lengths.reduce((sum, it) => sum + it, 0) / Math.max(1, lengths.length)];
    }),
  );
  const said = new Set(
    cut.flatMap(({ title, above, page, content }) => [title, above, page, content].flat()),
  );
  const counts = new Map<string, number>();
  const postings = new Map<string, Posting[]>();
  const add = (word: string, posting: Posting): void => {
    const own = postings.get(word);
    if (own === undefined) postings.set(word, [posting]);
    else own.push(posting);
  };
  for (const [number, own] of cut.entries()) {
    const often = new Map<string, number>();
    for (const part of PARTS) {
      const length = 1 - LENGTH[part] + LENGTH[part] * (own[part].length / (mean[part] ?? 1));
      const share = WEIGHTS[part] / length;
      for (const word of own[part]) often.set(word, (often.get(word) ?? 0) + share);
    }
    for (const [word, times] of often) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      add(word, { number, impact: times / (SATURATION + times) });
    }
  }
  for (const [index, { words }] of asked.entries())
    for (const word of words) add(word, { number: records.length + index, impact: 1 });
  const pages = records.filter(({ kind }) => kind !== "sample").length;
  for (const [word, own] of postings)
    postings.set(word, [
      ...best(
        own.filter(({ number }) => number < pages),
        MOST.page,
      ),
      ...best(
        own.filter(({ number }) => number >= pages && number < records.length),
        MOST.sample,
      ),
      ...own.filter(({ number }) => number >= records.length).slice(0, MOST.asked),
    ]);
  return { counts, postings, said };
}

function best(postings: readonly Posting[], most: number): Posting[] {
  if (postings.length <= most) return [...postings];
  return postings
    .toSorted((a, b) => b.impact - a.impact || a.number - b.number)
    .slice(0, most)
    .sort((a, b) => a.number - b.number);
}

/** Puts lines together into files, and says with which line each begins. */
function cutChunks(lines: readonly string[]): { chunks: string[]; starts: number[] } {
  const chunks: string[][] = [];
  const starts: number[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const [index, line] of lines.entries()) {
    if (size + line.length > CHUNK) {
      chunks.push([]);
      starts.push(index);
      size = 0;
    }
    chunks.at(-1)?.push(line);
    size += line.length + 1;
  }
  return { chunks: chunks.map((own) => own.join("\n")), starts };
}
