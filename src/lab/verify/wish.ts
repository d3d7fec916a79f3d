import type { Needs } from "../needs.ts";

/** How many landings make all runs once, where each makes the part that its number names. */
export const PARTS = 10;

/** What somebody asks to be run. */
export interface Wish {
  /** Parts of sample ids, or "=" and a whole one; none means all. */
  readonly filters: readonly string[];
  /** Also what is not stale, except the native client's runs: its binary has to be built first. */
  readonly isAll: boolean;
  /** The native client's runs too. */
  readonly isNative: boolean;
  /** Everything that needs no broker, one run of each kind that needs one, and no more unless it is stale. */
  readonly isOneOfEachKind: boolean;
  /** With {@link isOneOfEachKind}: also every tenth run, counted from this one, 0 to 9. */
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
 * Whether all runs of a named sample are to be made. Stale samples always run. The native client's binary is only built
 * for a sample that is named by its whole id, or with `--native`.
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
