import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { navigation } from "../../content/navigation.ts";
import { pagePath } from "../../src/mdx/page.ts";
import { useSite } from "./open-site.ts";

const { visit } = useSite();

/** The order of the site: what a page without script, a keyboard and a thumb all follow. */
const order = navigation.flatMap(({ pages }) => pages.map(pagePath));
const [, second = ""] = order;
const firstOfStreaming = pagePath(navigation[1].pages[0]);

const inNavigation = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Site" }).getByRole("link", { name, exact: true });

describe("from the Overview", () => {
  test("leads one link of the navigation, which then says where one is", async () => {
    const page = await visit("/");
    await inNavigation(page, "gRPC streaming").click();
    await page.waitForURL((url) => url.pathname === firstOfStreaming);
    const title = (await page.getByRole("heading", { level: 1 }).innerText()).trim();
    const current = page.getByRole("navigation", { name: "Site" }).locator("[aria-current=page]");
    expect((await current.innerText()).trim()).toBe(title);
  });

  test("leads, page by page, a link to the next one through the whole site, and back", async () => {
    const page = await visit("/");
    for (const path of order.slice(1)) {
      await page.locator("a[rel=next]").click();
      await page.waitForURL((url) => url.pathname === path);
    }
    for (const path of order.slice(0, -1).reverse()) {
      await page.locator("a[rel=prev]").click();
      await page.waitForURL((url) => url.pathname === path);
    }
  });

  test("leads the keyboard alone, past a link that skips to the text", async () => {
    const page = await visit("/");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe(
      "Skip to the text",
    );
    await page.keyboard.press("Enter");
    expect(new URL(page.url()).hash).toBe("#main");
    await page.locator("a[rel=next]").focus();
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === second);
  });
});

describe("on a phone without JavaScript", () => {
  const phone = { width: 320, height: 640, javaScriptEnabled: false };

  test("the navigation folds out and leads to every section", async () => {
    const page = await visit("/", phone);
    const link = inNavigation(page, "gRPC streaming");
    expect(await link.isVisible()).toBe(false);
    await page.locator("summary", { hasText: "Contents" }).click();
    expect(await link.isVisible()).toBe(true);
    await link.click();
    await page.waitForURL((url) => url.pathname === firstOfStreaming);
  });
});
