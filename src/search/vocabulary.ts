import { distance } from "../report/nearest.ts";
import { areForms } from "./words.ts";

/** The words of all indexed pages, and on how many pages each stands. */
export class Vocabulary {
  readonly #pages: ReadonlyMap<string, number>;
  readonly #size: number;

  /** @param text the file that the build writes: a line with the number of pages, then `word pages` in each line */
  constructor(text: string) {
    const [size = "0", ...lines] = text.split("\n");
    this.#size = Number(size);
    this.#pages = new Map(
      lines.map((line) => {
        const [word = "", pages = "0"] = line.split(" ");
        return [word, Number(pages)];
      }),
    );
  }

  /** On how many pages the word or another form of it stands. */
  pagesWith(word: string): number {
    const own = this.#pages.get(word) ?? 0;
    if (own > 0) return own;
    let most = 0;
    for (const [known, pages] of this.#pages)
      if (pages > most && areForms(word, known)) most = pages;
    return most;
  }

  /** Whether a word begins with these letters: somebody may still be typing it. */
  hasBeginning(letters: string): boolean {
    for (const known of this.#pages.keys()) if (known.startsWith(letters)) return true;
    return false;
  }

  /** How much a word says about a page: the rarer, the more. 0 for a word that stands nowhere. */
  weightOf(word: string): number {
    const pages = this.pagesWith(word);
    return pages === 0 ? 0 : Math.log(1 + this.#size / pages);
  }

  /**
   * Finds what a word that stands nowhere was meant to be: the nearest known word, the more frequent of equally near
   * ones. Short words have too many neighbours to guess.
   */
  correct(word: string): string | undefined {
    const allowed = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    let best: { word: string; edits: number; pages: number } | undefined;
    for (const [known, pages] of this.#pages) {
      if (Math.abs(known.length - word.length) > allowed || /\d/.test(known)) continue;
      const edits = distance(word, known);
      if (edits > allowed) continue;
      if (best === undefined || edits < best.edits || (edits === best.edits && pages > best.pages))
        best = { word: known, edits, pages };
    }
    return best?.word;
  }
}
