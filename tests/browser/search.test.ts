import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { useSite, type VisitOptions } from "./open-site.ts";

const { visit } = useSite();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What a page complained of without being asked: errors, and what its Content-Security-Policy refused. */
const complaints: string[] = [];

afterEach(() => {
  expect(complaints.splice(0)).toEqual([]);
});

async function openPage(path: string, options: VisitOptions = {}): Promise<Page> {
  const page = await visit(path, options);
  page.on("pageerror", ({ message }) => complaints.push(message));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(message.text());
  });
  return page;
}

/** Opens the dialog with a key and asks; the page must have answered when this returns. */
async function askDialog(page: Page, query: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.insertText(query);
  await page.locator(".search-foot [role=status]", { hasText: /result|Nothing/ }).waitFor();
}

const activeOption = (page: Page): Promise<string | null> =>
  page.locator("[role=option][aria-selected=true]").getAttribute("id");

test("nothing of search is loaded before a reader reaches for it", async () => {
  const page = await openPage("/");
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: "networkidle" });
  await page.hover("search-door a");
  expect(loaded.filter((file) => /search/.test(file))).toEqual([]);
  await askDialog(page, "stream");
  expect(loaded).toContain("/search/index/entry.txt");
});

test("from the keyboard: /, words, arrows, Enter opens the heading", async () => {
  const page = await openPage("/");
  await askDialog(page, "deadline");
  const field = page.getByRole("combobox", { name: "Search" });
  const first = await activeOption(page);
  expect(await field.getAttribute("aria-activedescendant")).toBe(first);
  await page.keyboard.press("ArrowUp");
  expect(await activeOption(page)).not.toBe(first);
  await page.keyboard.press("ArrowDown");
  expect(await activeOption(page)).toBe(first);

  const heading = page.locator('[role=option][href*="#"]').first();
  const href = (await heading.getAttribute("href")) ?? "";
  const id = await heading.getAttribute("id");
  for (let tries = 0; (await activeOption(page)) !== id && tries < 20; tries += 1) {
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  await page.waitForURL(`**${href}`);
  expect(await page.locator(href.replace(/^.*#/, "#")).isVisible()).toBe(true);
});

test("letters typed before the rest of the dialog has come are kept", async () => {
  const page = await openPage("/");
  await page.keyboard.type("/stream");
  await page.locator("[role=option]").first().waitFor();
  expect(await page.locator(".search-field").inputValue()).toBe("stream");
});

test("Escape closes, and the focus is where it was", async () => {
  const page = await openPage("/");
  const link = page.locator("search-door a");
  await link.focus();
  await page.keyboard.press("Enter");
  expect(await page.locator(".search-field").evaluate((node) => node.matches(":focus"))).toBe(true);
  await page.keyboard.type("x");
  await page.keyboard.press("Escape");
  expect(await page.locator("dialog[open]").count()).toBe(0);
  expect(await link.evaluate((node) => node.matches(":focus"))).toBe(true);
});

test("Ctrl+K opens it too, and again with the words selected; a press beside it closes", async () => {
  const page = await openPage("/");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("stream");
  await page.locator("[role=option]").first().waitFor();
  await page.mouse.click(1200, 600);
  expect(await page.locator("dialog[open]").count()).toBe(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("deadline");
  expect(await page.locator(".search-field").inputValue()).toBe("deadline");
});

test("words that no page has lead to the catalogue", async () => {
  const page = await openPage("/");
  await askDialog(page, "qqzzxx");
  const status = page.locator(".search-foot [role=status]");
  expect(await status.textContent()).toContain("Nothing found for “qqzzxx”.");
  await status.getByRole("link").click();
  await page.waitForURL("**/samples/");
});

test("what was read as another word is said, and can be undone; so is a word that no page has", async () => {
  const page = await openPage("/");
  await askDialog(page, "redis ofset commit");
  const status = page.locator(".search-foot [role=status]");
  expect(await status.textContent()).toMatch(/No page has “redis”\. Searched for “offset”/);
  await status.getByRole("link").click();
  await page.waitForURL("**/search/?q=redis+%22ofset%22+commit");
  await page.locator("#search-status", { hasText: "result" }).waitFor();
  expect(await page.locator("#search-status").textContent()).not.toContain("Searched for");
});

test("an index that does not load is said, and asked for again", async () => {
  const page = await openPage("/");
  await page.route("**/search/index/**", (route) => route.abort());
  await page.keyboard.press("/");
  await page.keyboard.insertText("deadline");
  await page.locator(".search-foot", { hasText: "The search index did not load." }).waitFor();
  await page.unroute("**/search/index/**");
  // A browser may answer once more with the failure that it has kept.
  for (let tries = 0; tries < 3; tries += 1) {
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(500);
  }
  expect(await page.locator("[role=option]").count()).toBeGreaterThan(0);
  complaints.length = 0;
});

test("all results are a page of their own that can be linked to", async () => {
  const page = await openPage("/");
  await askDialog(page, "deadline");
  const best = await page.locator("[role=option]").first().getAttribute("href");
  await page.getByRole("link", { name: "All results" }).click();
  await page.waitForURL("**/search/?q=deadline");
  const first = page.locator("main ol#results > li a").first();
  expect(await first.getAttribute("href")).toBe(best);
  expect(await page.locator("#search-status").textContent()).toMatch(/^\d+(?: of \d+)? results?$/);

  await page.locator("main input").fill("stream");
  await page.waitForURL("**/search/?q=stream");
  await first.click();
  await page.waitForURL((url) => !url.pathname.startsWith("/search/"));
  await page.goBack();
  expect(new URL(page.url()).search).toBe("?q=stream");
});

test("the / key can be turned off, and Ctrl+K stays", async () => {
  const page = await openPage("/search/");
  await page.getByRole("button", { name: "turn / off" }).click();
  await page.goto("/");
  await page.keyboard.press("/");
  expect(await page.locator("dialog").count()).toBe(0);
  await page.keyboard.press("Control+k");
  expect(await page.locator("dialog[open]").count()).toBe(1);
});

test("without JavaScript the link leads to a page that says where else to look", async () => {
  const page = await openPage("/", { javaScriptEnabled: false });
  await page.locator("search-door a").click();
  await page.waitForURL("**/search/");
  expect(await page.locator("noscript").innerText()).toContain("catalogue of samples");
});

test("a result fits a phone of 320 px", async () => {
  const page = await openPage("/", { width: 320, height: 640, isMobile: true });
  await askDialog(page, "stream");
  const widths = await page.evaluate(() =>
    [".search-dialog", "[role=listbox]"].map((selector) => {
      const node = document.querySelector(selector);
      return node === null ? "missing" : node.scrollWidth <= Math.min(320, node.clientWidth);
    }),
  );
  expect(widths).toEqual([true, true]);
});

test.each(["light", "dark"] as const)(
  "axe finds nothing in the dialog or on the page, %s",
  async (colorScheme) => {
    const page = await openPage("/", { colorScheme });
    await askDialog(page, "stream");
    expect(await findViolations(page, ".search-dialog")).toEqual([]);
    await page.goto("/search/?q=stream");
    await page.locator("#results li").first().waitFor();
    expect(await findViolations(page, "main")).toEqual([]);
  },
);

/** What axe finds wrong in a part of the page, one line each. */
async function findViolations(page: Page, part: string): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as { axe: typeof import("axe-core") };
    const { violations } = await axe.run(selector);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, part);
}
