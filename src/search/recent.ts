/** Queries whose results were opened, newest first. They stay in this browser. */
const KEY = "search-recent";
const MOST = 8;

/** Where they are kept; a browser may refuse it, and then there are none. */
type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export function readRecent(store = findStore()): string[] {
  try {
    const kept: unknown = JSON.parse(store?.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((it) => typeof it === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** Puts a query first. A query that was there already moves. */
export function addRecent(query: string, store = findStore()): void {
  const added = query.trim();
  if (added === "") return;
  const others = readRecent(store).filter((it) => it.toLowerCase() !== added.toLowerCase());
  write([added, ...others].slice(0, MOST), store);
}

export function removeRecent(query: string, store = findStore()): void {
  write(
    readRecent(store).filter((it) => it !== query),
    store,
  );
}

export function clearRecent(store = findStore()): void {
  write([], store);
}

function write(queries: readonly string[], store: Store | undefined): void {
  try {
    if (queries.length === 0) store?.removeItem(KEY);
    else store?.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Nothing is kept then.
  }
}

function findStore(): Store | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}
