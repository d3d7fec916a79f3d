import { openEngine } from "./engine.ts";
import { search, type Answer } from "./query.ts";

/** A question that was put aside for a newer one, or could not be answered because the index did not load. */
export type NoAnswer = "superseded" | "failed";

/** Answers questions that come faster than answers: only the newest one is answered. */
export class Searcher {
  readonly #pages: number;
  #newest = new AbortController();

  /** @param pages how many pages an answer shows at most */
  constructor(pages: number) {
    this.#pages = pages;
  }

  /** Never rejects. */
  async ask(query: string): Promise<Answer | NoAnswer> {
    this.#newest.abort();
    const { signal } = (this.#newest = new AbortController());
    try {
      const answer = await search(query, await openEngine(), { pages: this.#pages, signal });
      return signal.aborted ? "superseded" : answer;
    } catch (error) {
      if (signal.aborted) return "superseded";
      console.error(error);
      return "failed";
    }
  }
}
