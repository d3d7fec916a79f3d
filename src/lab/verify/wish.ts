import type { Needs } from "../needs.ts";

/** How many parts all runs are divided into. As many commits in a row make every run once, each commit one part. */
export const PARTS = 10;

/** Which runs to make, as asked for by the options of `npm run verify`. */
export interface Wish {
  /** Parts of sample ids, or "=" and a whole id; an empty list names all samples. */
  readonly filters: readonly string[];
  /** Runs fresh samples too, but not those that are run on demand: see {@link OnDemand}. */
  readonly isAll: boolean;
  /** Runs the native client's samples too. */
  readonly isNative: boolean;
  /** Runs the samples too whose runs take minutes. */
  readonly isLong: boolean;
  /** Makes the runs that need no broker and no proxy, and one run of each kind; of the rest, only those of stale samples. */
  readonly isOneOfEachKind: boolean;
  /** With {@link isOneOfEachKind}: also makes every tenth run, beginning with this one, 0 to 9. */
  readonly tenth?: number;
}

/** Why the runs of a sample are made on demand: the binary of a native client is built first, or they take minutes. */
export type OnDemand = keyof Pick<Needs, "native" | "long">;

/** Whether the filters name a sample. */
export function isNamed(id: string, { filters }: Pick<Wish, "filters">): boolean {
  return (
    filters.length === 0 ||
    filters.some((filter) => (filter.startsWith("=") ? filter === `=${id}` : id.includes(filter)))
  );
}

/**
 * Whether to make all runs of a sample that the filters name. Stale samples always run. A fresh sample that is run on
 * demand runs only when it is named by its whole id, or with `--native` and `--long`.
 */
export function isAsked(
  id: string,
  wish: Wish,
  isStale: boolean,
  needs: Pick<Needs, OnDemand>,
): boolean {
  if (isStale) return true;
  const isWholeId = wish.filters.some((filter) => filter === id || filter === `=${id}`);
  if (isOnDemand(needs)) {
    return isWholeId || ((!needs.native || wish.isNative) && (!needs.long || wish.isLong));
  }
  if (wish.isOneOfEachKind) return false;
  return wish.isAll || wish.filters.length > 0;
}

/** Whether the runs of a sample are made only where somebody asks for them. */
export function isOnDemand({ native, long }: Pick<Needs, OnDemand>): boolean {
  return native || long;
}
