import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { afterEach, expect, test } from "vitest";
import { useSite, type VisitOptions } from "./open-site.ts";

const { visit } = useSite();
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** What a page complained of without being asked: errors, and what its Content-Security-Policy refused. */
const complaints: string[] = [];
/** The first file of the index. */
const ENTRY = "**/search/index/entry.txt*";

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

/** What the dialog says of its answer. */
async function statusOf(page: Page): Promise<string> {
  return (await page.locator(".search-foot [role=status]").textContent()) ?? "";
}

const activeOption = (page: Page): Promise<string | null> =>
  page.locator("[role=option][aria-selected=true]").getAttribute("id");

test("nothing of search is loaded before a reader reaches for it", async () => {
  const page = await openPage("/");
  const loaded: string[] = [];
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await page.reload({ waitUntil: "networkidle" });
  expect(loaded.filter((file) => /search/.test(file))).toEqual([]);
  const entry = page.waitForRequest(ENTRY);
  await page.hover("search-door a");
  await entry;
  const before = loaded.length;
  await page.keyboard.press("/");
  await page.locator(".search-filters").waitFor();
  // The press finds everything there already.
  expect(loaded.slice(before).filter((file) => /\.js$/.test(file))).toEqual([]);
});

test("the focus on the link loads it too", async () => {
  const page = await openPage("/");
  const entry = page.waitForRequest(ENTRY);
  await page.locator("search-door a").focus();
  await entry;
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

test("Enter opens what the last letters ask for, not what is still shown", async () => {
  const page = await openPage("/");
  await askDialog(page, "deadline");
  await page.locator(".search-field").evaluate((field: HTMLInputElement) => {
    field.value = "max.poll.interval.ms";
    field.dispatchEvent(new Event("input"));
    field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter" }));
  });
  await page.waitForURL("**/defaults/kafka-clients/#consumer.max.poll.interval.ms");
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
  await page.mouse.click(100, 600);
  expect(await page.locator("dialog[open]").count()).toBe(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type("deadline");
  expect(await page.locator(".search-field").inputValue()).toBe("deadline");
});

test("words that no page has lead to lists, and to names that are near", async () => {
  const page = await openPage("/");
  await askDialog(page, "xxkafkawq");
  const nothing = page.locator(".search-nothing");
  expect(await statusOf(page)).toContain("Nothing found for “xxkafkawq”.");
  expect(await nothing.getByRole("link").allTextContents()).toEqual([
    "All pages",
    "All samples",
    "Glossary",
    "Symptoms",
    "Defaults",
  ]);
  await page.locator(".search-field").fill('"subchanels"');
  await nothing.getByRole("link", { name: "Subchannel" }).click();
  await page.locator("[role=option]").first().waitFor();
  expect(await page.locator(".search-field").inputValue()).toBe("Subchannel");
  await page.locator(".search-field").fill("xxkafkawq");
  await nothing.getByRole("link", { name: "All samples" }).click();
  await page.waitForURL("**/samples/");
});

test("each result says what it is, and the status counts the kinds", async () => {
  const page = await openPage("/");
  await askDialog(page, "deadline exceeded");
  const symptom = page.locator('[role=option][href^="/symptoms/#"]').first();
  expect(await symptom.locator(".search-kind").textContent()).toBe("symptom");
  const kinds = await page.locator("[role=option] .search-kind").allTextContents();
  const counted = [...Map.groupBy(kinds, (kind) => kind)].map(([kind, own]) =>
    own.length === 1 ? `1 ${kind}` : `${own.length} ${kind}s`,
  );
  const said = (await statusOf(page)).replace(/^[^:]*: /, "").split(", ");
  expect(said.toSorted()).toEqual(counted.toSorted());
});

test("the name of a setting is answered with its value, and Enter opens its row", async () => {
  const page = await openPage("/");
  await askDialog(page, "max.poll.interval.ms");
  const answer = page.locator(".search-direct [role=option]").first();
  expect(await answer.innerText()).toMatch(
    /^max\.poll\.interval\.ms\s+fact\s+5\smin\s+Java consumer, Kafka [\d.]+ · from a run/,
  );
  expect(await answer.getAttribute("aria-selected")).toBe("true");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/defaults/kafka-clients/#consumer.max.poll.interval.ms");
  expect(await page.locator("tr:target").innerText()).toContain("5 min");
});

test.each([
  ["grpc.keepalive_time_ms", "grpc.keepalive_time_ms"],
  ["default retention", "retention.ms"],
  ["what is a consumer group", "Consumer group"],
  ["DLQ", "Dead letter"],
])("%s is answered directly", async (query, title) => {
  const page = await openPage("/");
  await askDialog(page, query);
  const titles = page.locator(".search-direct .search-title");
  expect(await titles.first().textContent()).toBe(title);
});

test("a name that is not whole is answered by results only, and a fact among them opens its row", async () => {
  const page = await openPage("/");
  await askDialog(page, "poll interval of a consumer");
  expect(await page.locator(".search-direct").count()).toBe(0);
  const fact = page.locator("[role=option]", { has: page.locator(".search-fact") }).first();
  const href = (await fact.getAttribute("href")) ?? "";
  expect(href).toMatch(/^\/defaults\/.*#/);
  await fact.click();
  await page.waitForURL(`**${href}`);
  expect(await page.locator("tr:target").count()).toBe(1);
});

test("filters: reached with Tab, they keep the query, and say how much they leave out", async () => {
  const page = await openPage("/");
  await askDialog(page, "retry");
  const kinds = page.locator("[role=option] .search-kind");
  const terms = page.getByRole("button", { name: "terms" });
  for (let tries = 0; tries < 15; tries += 1) {
    await page.keyboard.press("Tab");
    if (await terms.evaluate((node) => node.matches(":focus"))) break;
  }
  await page.keyboard.press("Space");
  await page.locator(".search-foot", { hasText: "left out by filters" }).waitFor();
  expect(await terms.getAttribute("aria-pressed")).toBe("true");
  expect(new Set(await kinds.allTextContents())).toEqual(new Set(["term"]));
  expect(await page.locator(".search-field").inputValue()).toBe("retry");

  // A letter goes on in the field, and the filter stays.
  await page.keyboard.press("End");
  await page.keyboard.type("s");
  expect(await page.locator(".search-field").inputValue()).toMatch(/s$/);
  await page.locator(".search-field").fill("retry");
  await page.getByRole("button", { name: "symptoms" }).click();
  await page.getByRole("button", { name: "gRPC", exact: true }).click();
  await expect
    .poll(() => kinds.allTextContents().then((all) => [...new Set(all)]))
    .toEqual(["symptom"]);
  const hrefs = await page
    .locator("[role=option]")
    .evaluateAll((all) => all.map((node) => node.getAttribute("href") ?? ""));
  expect(hrefs.every((href) => href.startsWith("/symptoms/#"))).toBe(true);

  await page.getByRole("link", { name: "All results" }).click();
  await page.waitForURL("**/search/?q=retry&kind=term&kind=symptom&about=gRPC");
  await page.locator("#results li").first().waitFor();
  expect(new Set(await page.locator("#results .search-kind").allTextContents())).toEqual(
    new Set(["symptom"]),
  );
  await page.getByRole("button", { name: "gRPC", exact: true }).click();
  await page.waitForURL("**/search/?q=retry&kind=term&kind=symptom");
});

test("forced colours keep the pressed filter and the active result apart", async () => {
  const page = await openPage("/", { forcedColors: "active" });
  await askDialog(page, "retry");
  const borderOf = (name: string): Promise<string> =>
    page.getByRole("button", { name }).evaluate((node) => getComputedStyle(node).borderBottomColor);
  expect(await borderOf("terms")).toBe(await borderOf("facts"));
  await page.getByRole("button", { name: "terms" }).click();
  await page.locator(".search-foot", { hasText: "left out" }).waitFor();
  expect(await borderOf("terms")).not.toBe(await borderOf("facts"));
  const bar = await page
    .locator("[role=option][aria-selected=true]")
    .evaluate((node) => getComputedStyle(node, "::before").borderLeftWidth);
  expect(bar).toBe("3px");
});

test("recent searches: those that led somewhere, newest first, removed one by one or all", async () => {
  const page = await openPage("/");
  const open = async (): Promise<void> => {
    await page.keyboard.press("/");
    await page.locator(".search-filters").waitFor();
    await page.locator(".search-field").fill("");
  };
  const recent = page.locator(".search-again");
  await open();
  expect(await recent.count()).toBe(0);
  for (const query of ["deadline", "offset", "acks"]) {
    await page.locator(".search-field").fill(`${query} unopened`);
    await page.locator(".search-field").fill(query);
    await page.locator(".search-foot", { hasText: "result" }).waitFor();
    await expect
      .poll(() => page.locator(".search-direct .search-title").first().innerText())
      .toMatch(new RegExp(query, "i"));
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector("dialog[open]") === null);
    await page.waitForLoadState();
    await open();
  }
  expect(await recent.allTextContents()).toEqual(["acks", "offset", "deadline"]);

  await page.locator(".search-field").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.locator("[role=option]").first().waitFor();
  expect(await page.locator(".search-field").inputValue()).toBe("offset");
  expect(await recent.first().isVisible()).toBe(false);

  await page.locator(".search-field").fill("");
  await page.getByRole("button", { name: "Remove offset" }).click();
  expect(await recent.allTextContents()).toEqual(["acks", "deadline"]);
  await page.getByRole("button", { name: "Clear all recent searches" }).click();
  expect(await recent.count()).toBe(0);
  expect(await page.locator(".search-field").evaluate((node) => node.matches(":focus"))).toBe(true);
});

test("a browser that refuses storage searches without it", async () => {
  const page = await openPage("/");
  await page.addInitScript(() => {
    for (const store of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, store, {
        get() {
          throw new DOMException("refused", "SecurityError");
        },
      });
    }
  });
  await page.reload();
  await askDialog(page, "deadline");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/glossary/#deadline");
});

test("the query is kept on the next page, selected", async () => {
  const page = await openPage("/");
  await askDialog(page, "deadline propagation");
  await page.locator("[role=option]").first().click();
  await page.waitForURL((url) => url.pathname !== "/");
  await page.keyboard.press("Control+k");
  await page.locator("[role=option]").first().waitFor();
  const field = page.locator(".search-field");
  expect(await field.inputValue()).toBe("deadline propagation");
  await page.keyboard.type("offset");
  expect(await field.inputValue()).toBe("offset");
});

test("the active result is previewed where there is room", async () => {
  const page = await openPage("/", { width: 960 });
  await askDialog(page, "graceful shutdown");
  const preview = page.locator(".search-preview");
  const option = page.locator("[role=option][aria-selected=true]");
  for (const _ of [1, 2]) {
    expect(await preview.locator(".search-title").textContent()).toBe(
      await option.locator(".search-title").textContent(),
    );
    const [long, short] = await Promise.all([
      preview.locator(".search-excerpt").innerText(),
      option.locator(".search-excerpt").innerText(),
    ]);
    expect(long.length).toBeGreaterThan(short.length);
    await page.keyboard.press("ArrowDown");
  }
  await page.setViewportSize({ width: 900, height: 800 });
  expect(await preview.isVisible()).toBe(false);
});

test("what was read as another word is said, and can be undone; so is a word that no page has", async () => {
  const page = await openPage("/");
  await askDialog(page, "redis ofset commit");
  expect(await statusOf(page)).toMatch(/No page has “redis”\. Searched for “offset”/);
  await page.locator(".search-foot [role=status]").getByRole("link").click();
  expect(await page.locator(".search-field").inputValue()).toBe('redis "ofset" commit');
  await expect.poll(() => statusOf(page)).not.toContain("Searched for");
});

test("an index that does not load is said, and asked for again", async () => {
  const page = await openPage("/");
  await page.route("**/search/index/**", (route) => route.abort());
  await page.keyboard.press("/");
  await page.keyboard.insertText("deadline");
  await page.locator(".search-foot", { hasText: "The search index did not load." }).waitFor();
  await page.unroute("**/search/index/**");
  // A browser may answer once more with the failure that it has kept.
  const option = page.locator("[role=option]");
  for (const key of ["Backspace", "e", "Backspace", "e"]) {
    if ((await option.count()) > 0) break;
    await page.keyboard.press(key);
    await option
      .first()
      .waitFor({ timeout: 3000 })
      .catch(() => undefined);
  }
  expect(await option.count()).toBeGreaterThan(0);
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
  expect(await page.locator("#search-status").textContent()).toMatch(
    /^\d+(?: of \d+)? results?: .*\d sections/,
  );
  expect(await first.locator(".search-kind").textContent()).toBe("term");

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
  const pages = page.locator("noscript");
  expect(await pages.innerText()).toContain("Searching needs JavaScript");
  await pages.getByRole("link", { name: "All pages" }).click();
  await page.waitForURL("**/pages/");
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
    await askDialog(page, "acks");
    expect(await findViolations(page, ".search-dialog")).toEqual([]);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/defaults/**");
    await page.keyboard.press("/");
    await page.locator("[role=option]").first().waitFor();
    await page.keyboard.press("Delete");
    await page.locator(".search-again").waitFor();
    expect(await findViolations(page, ".search-dialog")).toEqual([]);
    await page.keyboard.insertText("xxkafkawq");
    await page.locator(".search-nothing a").first().waitFor();
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
