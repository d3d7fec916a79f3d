/** Keeps a reader's choice for the next pages. Private windows may refuse: it then lasts for this page. */
export function remember(key: "theme" | "font" | "client", value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Nothing to do: the page already looks as chosen.
  }
}
