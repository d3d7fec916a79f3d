import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { useSite } from "./open-site.ts";

const { visit, url } = useSite();
const PAGE = "/kafka/producing/";
const NEXT_PAGE = "/kafka/the-log/";
const permissions = ["clipboard-read", "clipboard-write"];

const blockOf = (page: Page, sample: string) =>
  page.locator(`figure.code[data-sample="${sample}"]`).first();
const producerOf = (page: Page) => blockOf(page, "kafka/orders-producer");
const readersOf = (page: Page) => blockOf(page, "kafka/read-twice");
const switchOf = (block: ReturnType<typeof blockOf>, client: string) =>
  block.getByRole("button", { name: `${client} version`, exact: true });
const isKafkaJs = (block: ReturnType<typeof blockOf>) =>
  switchOf(block, "@platformatic/kafka").waitFor();

/** What a screen reader is told of the switches, once they are done. */
async function said(block: ReturnType<typeof blockOf>): Promise<string> {
  await block.getByRole("status").filter({ hasText: "shown" }).waitFor({ state: "attached" });
  return (await block.getByRole("status").allTextContents()).join("");
}

/** Addresses of twins' pages that are asked for from now on. */
function listenForTwins(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.includes("kafkajs")) asked.push(pathname);
  });
  return asked;
}

describe("a block whose sample has a twin", () => {
  test("shows it, whole, from the keyboard, and says so; and its own again", async () => {
    const page = await visit(PAGE);
    const block = producerOf(page);
    const shown = () => block.locator(".code-file, pre").allTextContents();
    const before = await shown();
    const asked = listenForTwins(page);
    await switchOf(block, "KafkaJS").focus();
    expect(asked).toEqual([]);
    await page.keyboard.press("Space");
    await isKafkaJs(block);
    // For both blocks of it one request.
    const twin = "/samples/kafka/orders-producer-kafkajs/";
    expect(asked.filter((path) => path === twin)).toEqual([twin]);
    expect(await block.locator(".code-file").innerText()).toContain("orders-producer.kafkajs.ts");
    expect(await said(block)).toBe("KafkaJS version shown");
    const raw = await (await fetch(`${url()}/samples/kafka/orders-producer.kafkajs.ts`)).text();
    expect(raw).toContain(await block.locator(".code-lines").textContent());
    const wholeFile = block.getByRole("link", { name: "whole file" });
    expect(await wholeFile.getAttribute("href")).toBe(url() + twin);

    await page.keyboard.press("Enter");
    await switchOf(block, "KafkaJS").waitFor();
    expect(await shown()).toEqual(before);
    expect(await wholeFile.getAttribute("href")).toBe(`${url()}/samples/kafka/orders-producer/`);
  });

  test("shows it on this page and the next ones, until somebody chooses otherwise", async () => {
    const page = await visit(PAGE);
    await switchOf(producerOf(page), "KafkaJS").click();
    const blocks = page.locator("figure.code:has(client-switch)");
    expect(await blocks.count()).toBeGreaterThan(1);
    for (const block of await blocks.all()) await isKafkaJs(block);

    await page.goto(NEXT_PAGE);
    await isKafkaJs(readersOf(page));
    expect(await readersOf(page).locator("kbd").innerText()).toContain("read-twice.kafkajs.ts");
    await switchOf(readersOf(page), "@platformatic/kafka").click();
    await switchOf(readersOf(page), "KafkaJS").waitFor();
    expect(await readersOf(page).locator("kbd").innerText()).toContain("read-twice.ts");
    const asked = listenForTwins(page);
    await page.goto(PAGE, { waitUntil: "networkidle" });
    await switchOf(producerOf(page), "KafkaJS").waitFor();
    expect(asked).toEqual([]);
  });

  test("shows one of several, and its own when that is asked for again", async () => {
    const page = await visit(PAGE);
    const block = producerOf(page);
    const file = block.locator(".code-file");
    await switchOf(block, "KafkaJS").click();
    await file.getByText("orders-producer.kafkajs.ts").waitFor();
    await switchOf(block, "Confluent").click();
    await file.getByText("orders-producer.confluent.ts").waitFor();
    expect(await said(block)).toBe("Confluent version shown");
    expect(await block.locator(".code-lines").textContent()).toContain("new KafkaJS.Kafka");
    expect(await block.getByRole("button", { name: /^copy file/ }).isVisible()).toBe(false);
    await switchOf(block, "KafkaJS").waitFor();
    await switchOf(block, "@platformatic/kafka").click();
    await file.getByText("orders-producer.ts").waitFor();
    expect(await block.getByRole("button", { name: /^copy file/ }).isVisible()).toBe(true);
  });

  test("is copied as it is shown", async () => {
    const page = await visit(PAGE, { permissions });
    const block = producerOf(page);
    await switchOf(block, "KafkaJS").click();
    await isKafkaJs(block);
    expect(await block.getByRole("button", { name: /^copy file/ }).isVisible()).toBe(false);
    await block.getByRole("button", { name: /^copy \S+\.kafkajs\.ts$/ }).click();
    await block.getByText("copied").last().waitFor({ state: "attached" });
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('from "kafkajs"');
    expect(text).not.toContain("@platformatic/kafka");
  });

  test("leads to the twin's own page where it does not load, and without JavaScript", async () => {
    const page = await visit(PAGE);
    await page.route("**/orders-producer-kafkajs/", (route) =>
      route.request().isNavigationRequest() ? route.continue() : route.abort(),
    );
    await switchOf(producerOf(page), "KafkaJS").click();
    await page.waitForURL("**/samples/kafka/orders-producer-kafkajs/");

    const plain = await visit(PAGE, { javaScriptEnabled: false });
    await producerOf(plain).getByRole("link", { name: "KafkaJS" }).click();
    await plain.waitForURL("**/samples/kafka/orders-producer-kafkajs/");
    await plain.getByRole("link", { name: "@platformatic/kafka", exact: true }).click();
    await plain.waitForURL("**/samples/kafka/orders-producer/");
  });

  test("has its bar within a phone of 320 px, whichever it shows", async () => {
    const page = await visit(PAGE, { width: 320, height: 640 });
    const block = producerOf(page);
    const isWithin = () =>
      block.locator("figcaption").evaluate((bar) => bar.scrollWidth <= bar.clientWidth);
    expect(await isWithin()).toBe(true);
    await switchOf(block, "KafkaJS").click();
    await isKafkaJs(block);
    expect(await isWithin()).toBe(true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
