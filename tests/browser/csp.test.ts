import { describe, expect, test } from "vitest";
import { builtPaths } from "../sites/built-site.ts";
import { useSite } from "./open-site.ts";
import { listen } from "./pages.ts";

const { visit, url } = useSite();

describe("the Content-Security-Policy", () => {
  test("is sent with every page, and forbids what the site does not need", async () => {
    for (const path of builtPaths) {
      const { headers } = await fetch(url() + path, { method: "HEAD" });
      const policy = headers.get("content-security-policy") ?? "none";
      expect(policy, path).toContain("default-src 'none'");
      expect(policy, path).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|https?:/);
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
    await page
      .getByRole("button", { name: /^copy / })
      .first()
      .click();
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
