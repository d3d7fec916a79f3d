/** The last query of this tab: after a wrong hit, the dialog opens with it again. */
const KEY = "search-query";

export function lastQuery(): string {
  try {
    return sessionStorage.getItem(KEY) ?? "";
  } catch {
    // A private window may refuse.
    return "";
  }
}

export function keepQuery(query: string): void {
  try {
    sessionStorage.setItem(KEY, query);
  } catch {
    // The next page then begins without it.
  }
}
