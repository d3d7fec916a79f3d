import type Axe from "axe-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { isWhole } from "../whole.ts";
import { useSite } from "./open-site.ts";
import { openFolded, shownPaths } from "./pages.ts";

const { keepPage, visit } = useSite();
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

/** Both widths and both themes, in npm test each once; in npm run prove every width in every theme. */
const LOOKS = [
  [320, "light"],
  [1280, "dark"],
  ...(isWhole
    ? ([
        [320, "dark"],
        [1280, "light"],
      ] as const)
    : []),
] as const;

describe("axe finds nothing wrong, with folded parts open, on a phone and on a desk, light and dark:", () => {
  let page: Page;
  beforeAll(async () => {
    page = await keepPage();
  });

  test.each(shownPaths)("%s", async (path) => {
    await page.goto(path);
    await openFolded(page);
    for (const [width, colorScheme] of LOOKS) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await violationsOn(page), `${path} ${width} px ${colorScheme}`).toEqual([]);
    }
  });
});

test("axe does find what is wrong", async () => {
  const page = await visit("/");
  await page.evaluate(() => document.querySelector("main")?.append(document.createElement("img")));
  expect((await violationsOn(page)).join()).toMatch(/^image-alt: .*: img$/);
});
