import { statSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { builtPaths, builtSite, listedSamples, sitemapPaths } from "../sites/built-site.ts";
import { isWhole } from "../whole.ts";

/** How many of the largest pages are looked at in `npm test`, whatever they are. */
const LARGEST = 5;

const samplePaths = builtPaths.filter((it) => it.startsWith("/samples/") && it !== "/samples/");

/** One page of a sample of each language. */
const oneOfEachLanguage = [
  ...new Map(
    listedSamples.map(({ id, path: file }) => [path.extname(file), `/samples/${id}/`]),
  ).values(),
].filter((it) => samplePaths.includes(it));

const largest = [...builtPaths]
  .map((it) => ({
    it,
    bytes: statSync(path.join(builtSite, it, it.endsWith("/") ? "index.html" : "")).size,
  }))
  .sort((a, b) => b.bytes - a.bytes)
  .slice(0, LARGEST)
  .map(({ it }) => it);

/** The pages that a reader is led to, one page of a sample, and those that no list has. */
export const shownPaths = [...sitemapPaths, ...samplePaths.slice(-1), "/search/", "/404.html"];

/** Every page in `npm run prove`; in `npm test` the site's own, a sample of each language, and the largest. */
export const chosenPaths: readonly string[] = isWhole
  ? builtPaths
  : [...new Set([...shownPaths, ...oneOfEachLanguage, ...largest])];

/** Opens what a page has folded away. */
export async function openFolded(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
}

/** What reaches past the right edge when the page scrolls sideways; nothing when it does not. */
export function widerThanWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 0.5)
      .map((element) => `${element.localName}.${element.getAttribute("class") ?? ""}`);
    return [`${scrollWidth} px wide`, ...wide];
  });
}

/** Collects what a page says went wrong: its console's errors and warnings, exceptions, and answers that are no success. */
export function listen(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // An icon may still be on its way when the next page is asked for.
    if (why !== "net::ERR_ABORTED") said.push(`${why}: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) said.push(`${response.status()}: ${response.url()}`);
  });
  return said;
}
