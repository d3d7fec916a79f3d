import type { Needs } from "../needs.ts";

/** How many parts all runs are divided into. As many commits in a row make every run once, each commit one part. */
export const PARTS = 10;

/** Which runs to make, as asked for by the options of `npm run verify`. */
export interface Wish {
  /** Parts of sample ids, or "=" and a whole id; an empty list names all samples. */
  readonly filters: readonly string[];
  /** Runs fresh samples too, but not those of the native client, whose binary has to be built first. */
  readonly isAll: boolean;
  /** Runs the native client's samples too. */
  readonly isNative: boolean;
  /** Makes the runs that need no broker and no proxy, and one run of each kind; of the rest, only those of stale samples. */
  readonly isOneOfEachKind: boolean;
  /** With {@link isOneOfEachKind}: also makes every tenth run, beginning with this one, 0 to 9. */
  readonly tenth?: number;
}

/** Whether the filters name a sample. */
export function isNamed(id: string, { filters }: Pick<Wish, "filters">): boolean {
  return (
    filters.length === 0 ||
    filters.some((filter) => (filter.startsWith("=") ? filter === `=${id}` : id.includes(filter)))
  );
}

/**
 * Whether to make all runs of a sample that the filters name. Stale samples always run. A fresh sample of the native
 * client runs only when it is named by its whole id, or with `--native`.
 */
export function isAsked(
  id: string,
  wish: Wish,
  isStale: boolean,
  needs: Pick<Needs, "native">,
): boolean {
  if (isStale) return true;
  const isWholeId = wish.filters.some((filter) => filter === id || filter === `=${id}`);
  if (needs.native) return wish.isNative || isWholeId;
  if (wish.isOneOfEachKind) return false;
  return wish.isAll || wish.filters.length > 0;
}
