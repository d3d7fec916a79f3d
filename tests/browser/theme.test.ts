import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useSite } from "./open-site.ts";

const { visit } = useSite();
const switchOf = (page: Page, theme: "dark" | "light") =>
  page.getByRole("button", { name: `${theme} theme` });
const paper = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const chosen = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.documentElement.dataset["theme"]);

describe("the theme", () => {
  test("is the system's, until somebody chooses, and turns with it", async () => {
    const page = await visit("/", { colorScheme: "light" });
    const light = await paper(page);
    expect(await chosen(page)).toBeUndefined();
    await switchOf(page, "dark").waitFor();
    await page.emulateMedia({ colorScheme: "dark" });
    await switchOf(page, "light").waitFor();
    expect(await paper(page)).not.toBe(light);
  });

  test("stays as chosen, on this page and on the next ones", async () => {
    const page = await visit("/", { colorScheme: "light" });
    const light = await paper(page);
    await switchOf(page, "dark").click();
    const dark = await paper(page);
    expect(dark).not.toBe(light);
    await page.reload();
    expect(await paper(page)).toBe(dark);
    await page.goto("/streaming-modes/server-streaming/");
    expect(await paper(page)).toBe(dark);
    await switchOf(page, "light").click();
    expect(await paper(page)).toBe(light);
  });

  test("is set before there is anything to paint, so that no page flashes", async () => {
    const page = await visit("/", { colorScheme: "light" });
    await switchOf(page, "dark").click();
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (document.body === null) return;
        // Kept where no script of the page writes.
        Reflect.set(window, "themeAtBody", document.documentElement.dataset["theme"]);
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    expect(await page.evaluate((): unknown => Reflect.get(window, "themeAtBody"))).toBe("dark");
  });

  test("is the system's without JavaScript, and there is no switch that could do nothing", async () => {
    const light = await visit("/", { colorScheme: "light", javaScriptEnabled: false });
    const dark = await visit("/", { colorScheme: "dark", javaScriptEnabled: false });
    expect(await paper(light)).not.toBe(await paper(dark));
    expect(await light.locator("theme-switch:visible").count()).toBe(0);
  });
});
