import { openEngine } from "./engine.ts";
import { search, type Answer } from "./query.ts";

/** Why a query has no answer: a newer one replaced it, or the index did not load. */
export type NoAnswer = "superseded" | "failed";

/** Answers queries that come faster than answers. Only the newest one gets an answer. */
export class Searcher {
  readonly #places: number;
  #newest = new AbortController();

  /** @param places the most places that an answer shows */
  constructor(places: number) {
    this.#places = places;
  }

  /** Never rejects. */
  async ask(query: string): Promise<Answer | NoAnswer> {
    this.#newest.abort();
    const { signal } = (this.#newest = new AbortController());
    try {
      const engine = await openEngine();
      const answer = await search(query, engine, { places: this.#places, signal });
      return signal.aborted ? "superseded" : answer;
    } catch (error) {
      if (signal.aborted) return "superseded";
      console.error(error);
      return "failed";
    }
  }
}
