import { describe, expect, test } from "vitest";
import { navigation } from "../../content/navigation.ts";
import { useSite } from "./open-site.ts";

const { visit, url } = useSite();
/** Pages that are built from data have no text of their own. */
const BUILT = ["samples", "verified"];
const slugs = navigation.flatMap(({ pages }): readonly string[] => pages);
const written = slugs.filter((slug) => !BUILT.includes(slug));
const get = (path: string): Promise<Response> => fetch(url() + path);

describe("a page as Markdown", () => {
  test.each(written)("/%s.md has no component, comment or relative link", async (slug) => {
    const answer = await get(`/${slug}.md`);
    expect(answer.headers.get("content-type")).toBe("text/markdown; charset=utf-8");
    const text = await answer.text();
    const prose = text
      .replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, "")
      .replaceAll(/(?<!`)(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, "");
    expect(prose).not.toMatch(/<\/?[A-Z][A-Za-z]*[\s/>]/);
    expect(prose).not.toMatch(/\{\/\*|\]\(\//);
    expect(prose).not.toMatch(/\bundefined\b|\[object/);
    expect(text).toMatch(/^# \S|^Page: /);
  });

  test("is copied by the button at the page's top", async () => {
    const page = await visit("/kafka/the-log/", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    await page.getByRole("button", { name: "Copy page" }).click();
    await page.getByRole("button", { name: "Copied" }).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await (await get("/kafka/the-log.md")).text());
  });

  test("is named in the head of the page, and linked without script", async () => {
    const page = await visit("/kafka/the-log/", { javaScriptEnabled: false });
    const head = page.locator('link[rel=alternate][type="text/markdown"]');
    expect(await head.getAttribute("href")).toBe("/kafka/the-log.md");
    expect(await page.getByRole("link", { name: "Markdown" }).isVisible()).toBe(true);
    expect(await page.getByRole("button", { name: "Copy page" }).count()).toBe(0);
  });
});

describe("for programs", () => {
  test("llms.txt leads to Markdown of every page, and llms-full.txt is all of it", async () => {
    const list = await (await get("/llms.txt")).text();
    const full = await (await get("/llms-full.txt")).text();
    for (const slug of written) {
      expect(list).toContain(`/${slug}.md)`);
      expect(full).toContain(await (await get(`/${slug}.md`)).text());
    }
  });

  test("the feed has its type, and every page", async () => {
    const answer = await get("/changes.xml");
    expect(answer.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8");
    expect((await answer.text()).match(/<entry>/g)).toHaveLength(slugs.length);
  });
});

test("without a repository in package.json no page offers to edit or report", async () => {
  const page = await visit("/decide/");
  expect(await page.locator(".site-footer").innerText()).toMatch(
    /Changed .* all runs verified .* Colophon$/s,
  );
});
