/** What every search begins with. A new build has other texts under these names. */
const FIRST: readonly string[] = [
  "/search/index/entry.txt",
  "/search/facts.txt",
  "/search/terms.txt",
];

const kept = new Map<string, Promise<string>>();

/** Asks for what every search begins with, all at once, while the code that reads it is still on its way. */
export function loadFirst(): void {
  // A failure is reported when a query is asked.
  for (const url of FIRST) loadText(url).catch(() => undefined);
}

/** The text of a file of this site, loaded once. What failed is loaded again at the next call. */
export function loadText(url: string): Promise<string> {
  const known = kept.get(url);
  if (known !== undefined) return known;
  const loading = fetchText(url).catch((error: unknown) => {
    kept.delete(url);
    throw error;
  });
  kept.set(url, loading);
  return loading;
}

async function fetchText(url: string): Promise<string> {
  // Without asking the host, a browser may take an old entry, which names files that a new build no longer has.
  const response = await fetch(url, { cache: FIRST.includes(url) ? "no-cache" : "default" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}
