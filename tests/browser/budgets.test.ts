import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { sitemapPaths, useSite } from "./open-site.ts";

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

/** Everything that a new reader's browser loads for a page before it is touched. */
async function loadedBy(path: string): Promise<{ page: Page; loaded: Loaded[] }> {
  const page = await visit("/robots.txt");
  const finished: Promise<Loaded>[] = [];
  page.on("requestfinished", (request) => {
    const sizes = request.sizes();
    finished.push(
      sizes.then(({ responseBodySize }) => ({
        type: request.resourceType(),
        path: new URL(request.url()).pathname,
        bytes: responseBodySize,
      })),
    );
  });
  await page.goto(path, { waitUntil: "networkidle" });
  return { page, loaded: await Promise.all(finished) };
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

describe("a page costs little before it can be read:", () => {
  test.each(sitemapPaths)("%s", async (path) => {
    const { page, loaded } = await loadedBy(path);
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

test("nothing moves while a page loads", async () => {
  const page = await visit("/robots.txt");
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Reflect.set(window, "shifts", shifts);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, "value")));
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of sitemapPaths) {
    await page.goto(path, { waitUntil: "networkidle" });
    expect(await page.evaluate((): unknown => Reflect.get(window, "shifts")), path).toEqual([]);
  }
});
