import { describe, expect, test } from "vitest";
import { useSite } from "./open-site.ts";
import { listen } from "./pages.ts";

const { visit } = useSite();
const page = "/kafka/the-log/";
/** The script that shows definitions, which is loaded when a term is reached for. */
const SCRIPT_BYTES = 1_000;

describe("a term of the glossary", () => {
  test("is dotted, and its definition comes under the pointer, stays there, and goes", async () => {
    const reader = await visit(page);
    const said = listen(reader);
    const term = reader.locator('main a[href="/glossary/#committed-offset"]').first();
    expect(await term.evaluate((it) => getComputedStyle(it).textDecorationStyle)).toBe("dotted");
    await term.hover();
    const card = reader.getByRole("tooltip");
    await card.waitFor();
    expect(await card.innerText()).toMatch(/^The position of a consumer group in a partition/);
    expect(await term.getAttribute("aria-describedby")).toBe("term-card");
    await card.hover();
    await reader.waitForTimeout(300);
    expect(await card.isVisible()).toBe(true);
    await reader.mouse.move(0, 0);
    await card.waitFor({ state: "hidden" });
    expect(said).toEqual([]);
  });

  test("has it on the keyboard too, until Escape, within the window", async () => {
    const reader = await visit(page, { width: 320, height: 640 });
    const term = reader.locator('main a[href="/glossary/#consumer-group"]').first();
    await reader.keyboard.press("Tab");
    await term.focus();
    const card = reader.getByRole("tooltip");
    await card.waitFor();
    const box = await card.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 320) + (box?.width ?? 0)).toBeLessThanOrEqual(320);
    await reader.keyboard.press("Escape");
    await card.waitFor({ state: "hidden" });
  });

  test("costs nothing before, and little then", async () => {
    const reader = await visit(page);
    const loading: Promise<number>[] = [];
    reader.on("requestfinished", (request) => {
      if (request.resourceType() === "script")
        loading.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
    });
    await reader.locator('main a[href^="/glossary/#"]').first().hover();
    await reader.getByRole("tooltip").waitFor();
    const bytes = await Promise.all(loading);
    expect(bytes).toHaveLength(1);
    expect(bytes[0]).toBeLessThanOrEqual(SCRIPT_BYTES);
  });

  test("is a link without script", async () => {
    const reader = await visit(page, { javaScriptEnabled: false });
    await reader.locator('main a[href="/glossary/#offset"]').first().click();
    await reader.waitForURL("**/glossary/#offset");
  });
});

test("a link out of the site has an arrow, which is not read out, and one within has none", async () => {
  const reader = await visit("/decide/");
  const mark = (selector: string) =>
    reader
      .locator(selector)
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(await mark('main a[href^="http"]')).toContain("↗");
  expect(await mark('main a[href^="/kafka/"]')).toBe("none");
});
