import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { builtPaths } from "../sites/built-site.ts";
import { useSite } from "./open-site.ts";
import { chosenPaths, listen, openFolded, widerThanWindow } from "./pages.ts";

const { keepPage } = useSite();
const WIDTHS = [305, 768, 960, 1280, 2560];
const PHONE = { width: 320, height: 640 };

/** One load of each page is enough for all that it is asked here. */
describe("a page fits the window, folded parts open, and nothing goes wrong while it loads:", () => {
  let page: Page;
  let said: string[];
  beforeAll(async () => {
    page = await keepPage();
    said = listen(page);
  });

  test.each(chosenPaths)("%s", async (path) => {
    said.length = 0;
    await page.goto(path, { waitUntil: "load" });
    await openFolded(page);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await widerThanWindow(page), `${path} at ${width} px`).toEqual([]);
    }
    expect(said, path).toEqual([]);
  });
});

describe("every page fits a phone of 320 px, folded parts open:", () => {
  let page: Page;
  beforeAll(async () => {
    page = await keepPage(PHONE);
  });

  test.each(builtPaths)("%s", async (path) => {
    // The styles stand in the page: it is laid out before any of its scripts has come.
    await page.goto(path, { waitUntil: "domcontentloaded" });
    await openFolded(page);
    expect(await widerThanWindow(page), path).toEqual([]);
  });
});

test("a page that is too wide would be seen", async () => {
  const page = await keepPage(PHONE);
  await page.goto("/");
  await page.evaluate(() => {
    const heading = document.querySelector("h1");
    heading?.append(document.createTextNode("x".repeat(200)));
    // Words break everywhere on a page.
    if (heading !== null) heading.style.whiteSpace = "nowrap";
  });
  expect((await widerThanWindow(page))[0]).toMatch(/^\d{4} px wide$/);
  await page.context().close();
});

describe("on a phone without JavaScript a page can be read, and has no button that could do nothing:", () => {
  let page: Page;
  beforeAll(async () => {
    page = await keepPage({ ...PHONE, javaScriptEnabled: false });
  });

  test.each(chosenPaths)("%s", async (path) => {
    await page.goto(path, { waitUntil: "domcontentloaded" });
    expect((await page.getByRole("heading", { level: 1 }).innerText()).trim(), path).not.toBe("");
    expect((await page.locator("main").innerText()).length, path).toBeGreaterThan(60);
    for (const code of await page.locator("figure.code pre:visible").all()) {
      const { x = -1, width = 0 } = (await code.boundingBox()) ?? {};
      expect(x, path).toBeGreaterThanOrEqual(0);
      expect(width, path).toBeGreaterThan(200);
    }
    expect(await page.locator("button:visible:not([type=submit])").count(), path).toBe(0);
  });
});
