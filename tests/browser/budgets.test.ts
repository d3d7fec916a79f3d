import type { Page, Request } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { sitemapPaths } from "../sites/built-site.ts";
import { useSite } from "./open-site.ts";

const { visit } = useSite();
/** What a page costs before it can be read, its styles included: one round trip of a new connection. */
const PAGE_BYTES = 14_000;
/** How many of the fullest pages are listed. */
const LISTED = 8;
/** Script before anybody touches anything. */
const SCRIPT_BYTES = 6_000;
const ALL_BYTES = 25_000;

interface Loaded {
  readonly type: string;
  readonly path: string;
  /** Of the body, as it came over the wire. */
  readonly bytes: number;
}

/** Everything that a new reader's browser loads for a page before it is touched, and what moved meanwhile. */
async function loadedBy(
  path: string,
): Promise<{ page: Page; loaded: Loaded[]; shifts: readonly number[] }> {
  const page = await visit("/robots.txt");
  const requests: Request[] = [];
  page.on("request", (request) => requests.push(request));
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Reflect.set(window, "shifts", shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, "value")));
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto(path, { waitUntil: "load" });
  const shifts = await page.evaluate(async () => {
    // Until scripts that wait for an idle moment have had one.
    await new Promise((done) => requestIdleCallback(done));
    await new Promise((done) => setTimeout(done, 0));
    const seen: unknown = Reflect.get(window, "shifts");
    return Array.isArray(seen) ? seen.map(Number) : [-1];
  });
  const loaded = requests.map(async (request): Promise<Loaded> => {
    await (await request.response())?.finished();
    const { responseBodySize } = await request.sizes();
    const type = request.resourceType();
    return { type, path: new URL(request.url()).pathname, bytes: responseBodySize };
  });
  return { page, loaded: await Promise.all(loaded), shifts };
}
const sum = (loaded: readonly Loaded[]): number =>
  loaded.reduce((total, { bytes }) => total + bytes, 0);

/** Path → what is left of its budget, for whoever wants to write more on it. */
const room = new Map<string, number>();
afterAll(() => {
  const fullest = [...room].sort(([, a], [, b]) => a - b).slice(0, LISTED);
  const rows = fullest.map(([path, bytes]) => `${String(bytes).padStart(7)}  ${path}`);
  console.log(`Bytes free of ${PAGE_BYTES}, the fullest pages:\n${rows.join("\n")}`);
});

describe("a page costs little before it can be read, and nothing moves while it loads:", () => {
  test.each(sitemapPaths)("%s", async (path) => {
    const { page, loaded, shifts } = await loadedBy(path);
    const html = loaded.filter(({ type }) => type === "document");
    expect(html).toHaveLength(1);
    room.set(path, PAGE_BYTES - sum(html));
    expect(sum(html), "HTML and styles").toBeLessThanOrEqual(PAGE_BYTES);
    const scripts = loaded.filter(({ type }) => type === "script");
    expect(scripts.length).toBeGreaterThan(0);
    expect(sum(scripts), "script").toBeLessThanOrEqual(SCRIPT_BYTES);
    expect(sum(loaded), "all").toBeLessThanOrEqual(ALL_BYTES);
    expect(loaded.filter(({ type }) => ["font", "stylesheet"].includes(type))).toEqual([]);
    expect(await blockingResources(page)).toEqual([]);
    expect(shifts, "what moved").toEqual([]);
  });
});

/** What the browser had to wait for before it could paint. */
function blockingResources(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => Reflect.get(entry, "renderBlockingStatus") === "blocking")
      .map((entry) => entry.name),
  );
}
