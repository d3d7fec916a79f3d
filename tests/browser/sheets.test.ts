import { expect, test } from "vitest";
import { builtPaths } from "../sites/built-site.ts";
import { useSite } from "./open-site.ts";

const { visit, url } = useSite();
/** The Content-Security-Policy names each sheet, in every answer. */
const MOST_SHEETS = 12;

const read = async (path: string): Promise<string> => (await fetch(url() + path)).text();
const sheetsOf = (html: string): string[] =>
  [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css = ""]) => css);

test("no page has a style attribute, and a few sheets in place serve all", async () => {
  const sheets = new Set<string>();
  for (const path of builtPaths) {
    const html = await read(path);
    expect(html, path).not.toMatch(/<[^>]+\sstyle=/);
    expect(html, path).not.toMatch(/<link[^>]+rel="?stylesheet/);
    const own = sheetsOf(html);
    expect(own.length, path).toBeGreaterThan(0);
    for (const css of own) sheets.add(css);
  }
  expect(sheets.size).toBeLessThanOrEqual(MOST_SHEETS);
});

test("a page has every sheet that one of its elements needs", async () => {
  const pages = new Map<string, string>();
  for (const path of builtPaths) pages.set(path, await read(path));
  const all = new Set([...pages.values()].flatMap(sheetsOf));
  const page = await visit("/robots.txt");
  for (const [path, html] of pages) {
    const own = sheetsOf(html);
    const missing = [...all].filter((css) => !own.includes(css));
    const needed = await page.evaluate(findNeeded, { html, missing });
    expect(needed, path).toEqual([]);
  }
});

/** Selectors of sheets that a page does not carry, and that match something on it. Runs in the browser. */
function findNeeded({ html, missing }: { html: string; missing: string[] }): string[] {
  const document = new DOMParser().parseFromString(html, "text/html");
  const selectors = (rules: Iterable<CSSRule>): string[] =>
    [...rules].flatMap((rule) => {
      if (rule instanceof CSSStyleRule) return [rule.selectorText];
      return rule instanceof CSSGroupingRule ? selectors(rule.cssRules) : [];
    });
  return missing.flatMap((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return selectors(sheet.cssRules).filter((selector) => {
      // What is before an element, or comes of a pointer, is the element's.
      const lasting = selector.replace(/::[\w-]+|:(?:hover|focus-visible|target)\b/g, "");
      return document.querySelector(lasting) !== null;
    });
  });
}
