import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { builtPaths, useSite } from "./open-site.ts";

const { visit, url } = useSite();

/** Collects what a page says went wrong: its console's errors and warnings, exceptions, and answers that are no success. */
function listen(page: Page): string[] {
  const said: string[] = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  page.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // An icon may still be on its way when the next page is asked for.
    if (why !== "net::ERR_ABORTED") said.push(`${why}: ${request.url()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) said.push(`${response.status()}: ${response.url()}`);
  });
  return said;
}

describe("the Content-Security-Policy", () => {
  test("is sent with every page, and forbids what the site does not need", async () => {
    for (const path of builtPaths) {
      const { headers } = await fetch(url() + path, { method: "HEAD" });
      const policy = headers.get("content-security-policy") ?? "none";
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
    }
  });

  test("is broken by no page, and no page says that something went wrong", async () => {
    const page = await visit("/");
    const said = listen(page);
    for (const path of builtPaths) {
      await page.goto(path, { waitUntil: "load" });
      expect(said, path).toEqual([]);
    }
  });

  test("is not broken by using a page: theme, font, client, search, copy, folded parts", async () => {
    const page = await visit("/streaming-modes/server-streaming/", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const said = listen(page);
    await page.getByRole("button", { name: "dark theme" }).click();
    await page.getByRole("button", { name: "plain font" }).click();
    await page.locator("details.code-imports summary").first().click();
    await page.getByRole("button", { name: "copy", exact: true }).first().click();
    await page.getByText("copied").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.insertText("cursor");
    await page.getByRole("option").first().waitFor();
    await page.goto("/search/?q=cursor");
    await page.locator("main ol li").first().waitFor();
    await page.goto("/kafka/producing/");
    await page.getByRole("button", { name: "KafkaJS version" }).first().click();
    await page.getByText("orders-producer.kafkajs.ts").first().waitFor();
    expect(said).toEqual([]);
  });

  test("stops a script that somebody smuggled in", async () => {
    const page = await visit("/");
    const said = listen(page);
    await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "document.title = 'smuggled'";
      document.head.append(script);
    });
    expect(await page.title()).not.toBe("smuggled");
    expect(said.join()).toContain("Content Security Policy");
  });
});

test("a page that is not there says so, in the site's own words", async () => {
  const page = await visit("/");
  const response = await page.goto("/nowhere/");
  expect(response?.status()).toBe(404);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain("no page");
});
