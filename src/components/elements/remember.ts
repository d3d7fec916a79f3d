/** Keeps a reader's choice for the next pages. If a private window refuses, it holds for this page only. */
export function remember(key: "theme" | "font" | "client", value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The page already looks as chosen.
  }
}
