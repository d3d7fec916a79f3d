import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { navigation } from "../../content/navigation.ts";
import { pagePath } from "../../src/mdx/page.ts";
import { useSite } from "./open-site.ts";

const { visit } = useSite();

/** The order of the site: what a page without script, a keyboard and a thumb all follow. */
const order = navigation.flatMap(({ pages }) => pages.map(pagePath));
const [, second = ""] = order;
const streaming = navigation[1];

const inNavigation = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Site" }).getByRole("link", { name, exact: true });

const opener = (page: Page, title: string) =>
  page
    .getByRole("navigation", { name: "Site" })
    .locator("summary")
    .getByText(title, { exact: true });

describe("from the Overview", () => {
  test("a section opens in place and leads to a page, which then says where one is", async () => {
    const page = await visit("/");
    await opener(page, "gRPC streaming").click();
    await inNavigation(page, "Backpressure").click();
    await page.waitForURL("**/streaming-modes/backpressure/");
    const title = (await page.getByRole("heading", { level: 1 }).innerText()).trim();
    const current = page.getByRole("navigation", { name: "Site" }).locator("[aria-current=page]");
    expect((await current.innerText()).trim()).toBe(title);
  });

  test("three actions are on the first screen, of a desktop and of a phone", async () => {
    for (const [width, height] of [
      [1280, 800],
      [390, 844],
    ] as const) {
      const page = await visit("/", { width, height });
      const actions = page.locator(".doors a");
      expect(await actions.allInnerTexts()).toEqual([
        "Decide in seven questions",
        "Run it: two processes and a crash",
        "Copy a client that resumes",
      ]);
      const box = await actions.last().boundingBox();
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height);
    }
  });

  test("leads, page by page, a link to the next one through the whole site, and back", async () => {
    const page = await visit("/");
    for (const path of order.slice(1)) {
      await page.locator("a[rel=next]").click();
      await page.waitForURL((url) => url.pathname === path, { waitUntil: "commit" });
    }
    for (const path of order.slice(0, -1).reverse()) {
      await page.locator("a[rel=prev]").click();
      await page.waitForURL((url) => url.pathname === path, { waitUntil: "commit" });
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

describe("from a page of a section", () => {
  test("the pages of another one are loaded when it is opened", async () => {
    const page = await visit("/kafka/consuming/");
    const link = inNavigation(page, "Backpressure");
    expect(await link.count()).toBe(0);
    await opener(page, "gRPC streaming").press("Enter");
    await link.click();
    await page.waitForURL("**/streaming-modes/backpressure/");
  });

  test("a failed list leaves the link to the section's page, and is asked for again", async () => {
    const page = await visit("/kafka/consuming/");
    await page.route("**/navigation.json", (route) => route.abort(), { times: 1 });
    await opener(page, "gRPC streaming").click();
    await inNavigation(page, "gRPC streaming, page by page").waitFor();
    await opener(page, "Scalability").click();
    await inNavigation(page, "Partitions, keys, hot keys: how a topic scales").waitFor();
  });

  test("the page's contents stay in view while one reads", async () => {
    const page = await visit("/glossary/");
    for (const id of ["lag", "tombstone", "acks"]) {
      await page.goto(`/glossary/#${id}`);
      const isInView = (): Promise<boolean> =>
        page.evaluate((wanted) => {
          const current = document.querySelector("page-contents [aria-current]");
          const { top = -1, bottom = 0 } = current?.getBoundingClientRect() ?? {};
          // A short entry is marked together with the next ones, of which the last has the mark.
          const heading = document.querySelector(current?.getAttribute("href") ?? "#main");
          const far = Math.abs(heading?.getBoundingClientRect().top ?? innerHeight);
          return (
            location.hash === `#${wanted}` && far < innerHeight && top > 0 && bottom < innerHeight
          );
        }, id);
      await expect.poll(isInView).toBe(true);
    }
  });
});

describe("the address of a section", () => {
  test.each(navigation.map(({ slug, pages }) => [slug, pages] as const))(
    "/%s/ lists its pages in order, each with its lead",
    async (slug, pages) => {
      const page = await visit(`/${slug}/`);
      const links = page.locator(".page-list a");
      const paths = await links.evaluateAll((all) => all.map((it) => it.getAttribute("href")));
      expect(paths).toEqual(pages.map(pagePath));
      expect(await page.locator(".page-list p").count()).toBe(pages.length);
    },
  );

  test("is one of all that /pages/ lists", async () => {
    const page = await visit("/pages/");
    const links = page.locator(".page-list a");
    expect(await links.evaluateAll((all) => all.map((it) => it.getAttribute("href")))).toEqual(
      order,
    );
  });
});

describe("an address without a page", () => {
  test("asks the search for its words, and names the page that was meant", async () => {
    const page = await visit("/grpc/back_presure.html");
    const search = page.getByRole("link", { name: "Search for “grpc back presure”" });
    expect(await search.getAttribute("href")).toBe("/search/?q=grpc%20back%20presure");
    await page.goto("/kafka/consume");
    await page.locator("not-found").getByRole("link", { name: "Consuming" }).click();
    await page.waitForURL("**/kafka/consuming/");
  });
});

describe("the column of the navigation", () => {
  test("stands beside the text from 960 px", async () => {
    const page = await visit("/kafka/consuming/", { width: 960, height: 700 });
    expect(await inNavigation(page, "Producing").isVisible()).toBe(true);
    const text = await page.locator("main").boundingBox();
    // What a drawing's explanations need: src/components/authoring/sequence/notes.ts.
    expect(text?.width).toBeGreaterThanOrEqual(704 - 15);
  });

  test("marks the current page in forced colours too", async () => {
    for (const path of ["/decide/", "/kafka/consuming/"]) {
      const page = await visit(path, { forcedColors: "active" });
      const widths = await page
        .locator(".section-pages [aria-current=page]")
        .evaluate((link) => [
          getComputedStyle(link, "::before").borderTopWidth,
          getComputedStyle(link.closest("li") ?? link, "::before").borderLeftWidth,
        ]);
      expect(widths.some((width) => parseFloat(width) >= 3)).toBe(true);
    }
  });
});

test("on paper there is no navigation, and nothing that could be pressed", async () => {
  const page = await visit("/kafka/consuming/", { width: 680, height: 900 });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("nav:visible, button:visible, summary:visible").count()).toBe(
    await page.locator("main summary:visible").count(),
  );
  expect(await page.locator(".logo").isVisible()).toBe(true);
  expect(await page.locator(".site-header").evaluate((it) => getComputedStyle(it).position)).toBe(
    "static",
  );
});

describe("on a phone", () => {
  test("the header of 44 px stays in view, and what it covers is not jumped to", async () => {
    const page = await visit("/kafka/consuming/#consumer-lag-why-it-grows", {
      width: 390,
      height: 844,
    });
    const header = await page.locator(".site-header").boundingBox();
    expect(header?.y).toBe(0);
    expect(header?.height).toBeLessThanOrEqual(45);
    const heading = await page.locator("#consumer-lag-why-it-grows").boundingBox();
    expect(heading?.y).toBeGreaterThan(45);
  });

  test("the contents fold out below it, scroll, and have the switches", async () => {
    const page = await visit("/glossary/", { width: 320, height: 640 });
    const theme = page.getByRole("button", { name: "Dark theme" });
    expect(await theme.isVisible()).toBe(false);
    await page.locator("summary", { hasText: "Contents" }).click();
    expect(await theme.isVisible()).toBe(true);
    await inNavigation(page, "All pages").click();
    await page.waitForURL("**/pages/");
  });

  test("the navigation leads to every section without JavaScript", async () => {
    const page = await visit("/kafka/consuming/", {
      width: 320,
      height: 640,
      javaScriptEnabled: false,
    });
    await page.locator("summary", { hasText: "Contents" }).click();
    await opener(page, streaming.title).click();
    await inNavigation(page, `${streaming.title}, page by page`).click();
    await page.waitForURL(`**/${streaming.slug}/`);
  });
});
