import { openEngine } from "./engine.ts";
import { NO_FILTERS, passing, type Filters } from "./filters.ts";
import { completeAnswer, type Found } from "./found.ts";
import { openKnown } from "./known.ts";
import { search } from "./query.ts";

/** Why a query has no answer: a newer one replaced it, or the index did not load. */
export type NoAnswer = "superseded" | "failed";

/** Answers queries that come faster than answers. Only the newest one gets an answer. */
export class Searcher {
  readonly #places: number;
  #newest = new AbortController();

  /** @param places the most places that an answer shows */
  constructor(places: number) {
    this.#places = places;
    // Read before there is a query. A failure is reported with the answer to one.
    openEngine().catch(() => undefined);
    void openKnown();
  }

  /** Never rejects. */
  async ask(query: string, filters: Filters = NO_FILTERS): Promise<Found | NoAnswer> {
    this.#newest.abort();
    const { signal } = (this.#newest = new AbortController());
    try {
      const engine = await openEngine();
      const keep = passing(filters, engine.entry);
      const options = { places: this.#places, signal, ...(keep && { keep }) };
      const [answer, known] = await Promise.all([search(query, engine, options), openKnown()]);
      if (signal.aborted) return "superseded";
      const { kinds } = filters;
      const rows = kinds.has("fact") ? this.#places : undefined;
      const weightOf = (word: string): number => engine.vocabulary.weightOf(word);
      const found = completeAnswer(answer, known, weightOf, rows);
      // A direct answer is not filtered by its subject, since the reader has named it.
      const direct = found.direct.filter(({ kind }) => kinds.size === 0 || kinds.has(kind));
      return { ...found, direct };
    } catch (error) {
      if (signal.aborted) return "superseded";
      console.error(error);
      return "failed";
    }
  }
}
