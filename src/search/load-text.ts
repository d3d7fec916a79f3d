/** The words of the index come first: without them nothing else can be asked for. */
const ENTRY = "/search/index/entry.txt";
/** Names that are answered directly, needed when results are shown. */
const KNOWN = ["/search/facts.txt", "/search/terms.txt"];
/** A new build has other texts under these names. */
const UNVERSIONED: ReadonlySet<string> = new Set([ENTRY, ...KNOWN]);

const kept = new Map<string, Promise<string>>();

/** Asks for what every search begins with, while the code that reads it is still on its way. Never rejects. */
export async function loadFirst(): Promise<void> {
  // A failure is reported when a query is asked.
  const load = (url: string): Promise<unknown> => loadText(url).catch(() => undefined);
  await load(ENTRY);
  await Promise.all(KNOWN.map(load));
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
  const response = await fetch(url, { cache: UNVERSIONED.has(url) ? "no-cache" : "default" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.text();
}
