import { distance } from "../report/nearest.ts";
import { areForms, mayBeForms } from "./words.ts";

/** Words of fewer sections end nothing: a whole word of another subject may begin like one. */
const COMMON = 3;

/** How much a word counts that stands in no heading, in nothing that a section names and in nothing that people asked. */
const ASIDE = 0.7;

/** The words of all indexed sections, and in how many sections each stands. */
export class Vocabulary {
  readonly #words: readonly string[];
  readonly #counts: ReadonlyMap<string, number>;
  readonly #subjects = new Set<string>();
  readonly #askedOnly = new Set<string>();
  readonly #size: number;
  readonly #forms = new Map<string, readonly string[]>();

  /**
   * @param lines the words in order, each with the number of sections that have it, or without for one
   * @param size how many sections there are
   */
  constructor(lines: readonly string[], size: number) {
    const read = lines.map((line): [string, number] => {
      const [written = "", count = "1"] = line.split(" ");
      const word = written.replace(/[!?]$/, "");
      if (word !== written) this.#subjects.add(word);
      if (written.endsWith("?")) this.#askedOnly.add(word);
      return [word, Number(count)];
    });
    this.#words = read.map(([word]) => word);
    this.#counts = new Map(read);
    this.#size = size;
  }

  /** The word itself where it stands somewhere, and its other forms: "commits", "committed". */
  formsOf(word: string): readonly string[] {
    const known = this.#forms.get(word);
    if (known !== undefined) return known;
    const forms = this.#beginningWith(word.slice(0, mayBeForms(word))).filter((it) =>
      areForms(word, it),
    );
    this.#forms.set(word, forms);
    return forms;
  }

  /** Whether a page has the word. Otherwise it stands nowhere, or in what people asked alone: "redis". */
  isSaid(word: string): boolean {
    return this.#counts.has(word) && !this.#askedOnly.has(word);
  }

  /** In how many sections the word stands, or the most frequent of its other forms. */
  sectionsWith(word: string): number {
    const own = this.#counts.get(word) ?? 0;
    if (own > 0) return own;
    return Math.max(0, ...this.formsOf(word).map((form) => this.#counts.get(form) ?? 0));
  }

  /** The words that begin with these letters, the most frequent first: somebody may still be typing one. */
  completionsOf(letters: string): readonly string[] {
    return this.#beginningWith(letters)
      .filter((word) => (this.#counts.get(word) ?? 0) >= COMMON)
      .toSorted((a, b) => (this.#counts.get(b) ?? 0) - (this.#counts.get(a) ?? 0));
  }

  /** How much a word says about a section: the rarer, the more. 0 for a word that stands nowhere. */
  weightOf(word: string): number {
    const sections = this.sectionsWith(word);
    if (sections === 0) return 0;
    const isSubject =
      this.#subjects.has(word) || this.formsOf(word).some((it) => this.#subjects.has(it));
    return Math.log(1 + this.#size / sections) * (isSubject ? 1 : ASIDE);
  }

  /** The place of a word in the list; nothing for a word that stands nowhere. */
  placeOf(word: string): number | undefined {
    if (!this.#counts.has(word)) return undefined;
    return this.#firstFrom(word);
  }

  /**
   * Finds what a word that stands nowhere was meant to be: the nearest known word, the more frequent of equally near
   * ones. Short words have too many neighbours to guess.
   */
  correct(word: string): string | undefined {
    const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    let best: { word: string; edits: number; sections: number } | undefined;
    for (const [known, sections] of this.#counts) {
      if (Math.abs(known.length - word.length) > allowed || /\d/.test(known)) continue;
      const edits = distance(word, known);
      if (edits > allowed) continue;
      const isBetter =
        best === undefined ||
        edits < best.edits ||
        (edits === best.edits && sections > best.sections);
      if (isBetter) best = { word: known, edits, sections };
    }
    return best?.word;
  }

  #beginningWith(letters: string): string[] {
    const found: string[] = [];
    for (let at = this.#firstFrom(letters); at < this.#words.length; at += 1) {
      const word = this.#words[at] ?? "";
      if (!word.startsWith(letters)) break;
      found.push(word);
    }
    return found;
  }

  /** The first place of the list with this word or a later one. */
  #firstFrom(word: string): number {
    let from = 0;
    let to = this.#words.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#words[middle] ?? "") < word) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
