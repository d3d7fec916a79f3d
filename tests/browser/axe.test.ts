import type Axe from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { shownPaths, useSite } from "./open-site.ts";

const { visit } = useSite();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong on the page, each with the element it is about. */
async function violationsOn(page: Page): Promise<string[]> {
  // Evaluated, not added as a script: the page's policy allows no other script, and stays on.
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const { violations } = await (globalThis as unknown as { axe: typeof Axe }).axe.run(document);
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target }) => `${id}: ${help}: ${target.join(" ")}`),
    );
  });
}

describe.each(["light", "dark"] as const)("in %s, axe finds nothing wrong", (colorScheme) => {
  test.each([320, 1280])("on any page at %i px, with its folded parts open", async (width) => {
    const page = await visit("/", { width, colorScheme });
    for (const path of shownPaths) {
      await page.goto(path);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      expect(await violationsOn(page), path).toEqual([]);
    }
  });
});

test("axe does find what is wrong", async () => {
  const page = await visit("/");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("img")));
  expect((await violationsOn(page)).join()).toMatch(/^image-alt: .*: img$/);
});
