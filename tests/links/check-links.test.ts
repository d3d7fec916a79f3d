import { beforeAll, describe, expect, test } from "vitest";
import { checkLinks } from "../../src/links/check-links.ts";
import { readPage } from "../../src/mdx/read-page.ts";
import { headings } from "../../src/docs/headings.ts";
import type { Issue } from "../../src/report/issue.ts";
import { checkSite } from "../../src/check/index.ts";
import { renderMdx } from "../docs/render-mdx.ts";
import { layOutSite } from "../sites/lay-out-site.ts";

const page = "content/docs/kafka/consuming.mdx";

/** What is wrong with the links of a page in a site of three pages and a sample. */
async function check(...lines: readonly string[]): Promise<Issue[]> {
  const root = await layOutSite("links", {
    "docs/index.mdx": "## The six rows\n\n## Where it flips\n",
    "docs/kafka/consuming.mdx": `${lines.join("\n")}\n`,
    "docs/streaming-modes/index.mdx": "# Four kinds\n\n### `for await` and more\n",
    "samples/kafka/loop.ts": "// A loop.\nexport const loop = 1;\n",
  });
  return checkLinks(root, await checkSite(root, { lint: false }));
}
const placesOf = (issues: readonly Issue[]): string[] =>
  issues.map(({ slug, file, line, column }) => `${slug} ${file}:${line}:${column}`);

test("links to pages, headings, samples, built pages and other sites are fine", async () => {
  const issues = await check(
    "## Own heading",
    "",
    "[home](/) [rows](/#the-six-rows) [section](/streaming-modes/) [own](#own-heading)",
    "[code](/streaming-modes/#for-await-and-more) [self](/kafka/consuming/#own-heading)",
    "[sample](/samples/kafka/loop/) [raw](/samples/kafka/loop.ts) [list](/samples/index.json)",
    "[catalogue](/samples/) [proof](/verified/) [found](/search/?q=commit)",
    "[other](https://kafka.apache.org/nowhere#x) [mail](mailto:a@b.example)",
  );
  expect(issues).toEqual([]);
});

describe("a link to a page that is not there", () => {
  let issues: readonly Issue[];
  beforeAll(async () => {
    issues = await check(
      "Words and [one](/kafka/consumin/).",
      "",
      "- A list with `code` and [two](/streaming-mode/).",
      "",
      "[three]",
      "",
      "[three]: /samples/kafka/lop/",
    );
  });

  test("is found at its own line and column, in text, lists and definitions", () => {
    expect(placesOf(issues)).toEqual([
      `broken-link ${page}:1:11`,
      `broken-link ${page}:3:26`,
      `broken-link ${page}:7:1`,
    ]);
  });

  test("names the page that was meant", () => {
    expect(issues.map((issue) => issue.message)).toEqual([
      'No page "/kafka/consumin/". Did you mean "/kafka/consuming/"?',
      'No page "/streaming-mode/". Did you mean "/streaming-modes/"?',
      'No page "/samples/kafka/lop/". Did you mean "/samples/kafka/loop/"?',
    ]);
  });
});

test("a page's address ends with a slash, and the message says so", async () => {
  const [issue] = await check("[one](/kafka/consuming)");
  expect(issue?.message).toContain('Did you mean "/kafka/consuming/"?');
});

test("a link to a heading that is not there lists those that are", async () => {
  const issues = await check("[one](/#the-six-row)", "", "[two](#nothing)");
  expect(placesOf(issues)).toEqual([`broken-anchor ${page}:1:1`, `broken-anchor ${page}:3:1`]);
  expect(issues[0]?.message).toBe(
    'No heading "#the-six-row" on /. There: #the-six-rows, #where-it-flips. Did you mean "#the-six-rows"?',
  );
  expect(issues[1]?.message).toBe(
    'No heading "#nothing" on /kafka/consuming/. It has no headings.',
  );
});

test("a redirect leads to a page and a heading that are there, from an address that no page has", async () => {
  const root = await layOutSite("redirects", {
    "docs/index.mdx": "## The six rows\n",
    "redirects.txt": "/a/ /#the-six-rows\n/bb/ /a/\n/c/ /#rows\n/samples/ /\n/d/\n",
  });
  const issues = checkLinks(root, await checkSite(root, { lint: false }));
  expect(placesOf(issues)).toEqual([
    "bad-redirect content/redirects.txt:5:1",
    "redirected-page content/redirects.txt:4:1",
    "broken-link content/redirects.txt:2:6",
    "broken-anchor content/redirects.txt:3:5",
  ]);
});

test("a relative link is refused: it would mean something else on the next page", async () => {
  const issues = await check("[one](../streaming-modes/)", "[two](loop.ts)");
  expect(placesOf(issues)).toEqual([`relative-link ${page}:1:1`, `relative-link ${page}:2:1`]);
});

test("links in attributes of components and elements are checked too", async () => {
  const issues = await check(
    'Words <a href="/nowhere/">one</a>.',
    "",
    '<Doors to="/neither/" />',
    "",
    '<Doors to="/streaming-modes/" title="/not-a-link/" />',
  );
  expect(placesOf(issues)).toEqual([`broken-link ${page}:1:7`, `broken-link ${page}:3:1`]);
});

test("links in code and in comments are not links", async () => {
  expect(await check("`[one](/nowhere/)`", "", "{/* [two](/nowhere/) */}")).toEqual([]);
});

test("the headings that can be linked to are those that get an id on the page", async () => {
  const source = [
    "## One",
    "### One",
    "## `for await` & *more*",
    "#### Deeper",
    "## One",
    "## Été’s end",
  ].join("\n\n");
  const html = await renderMdx(source, { hastPlugins: [headings] });
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  expect(ids).toHaveLength(5);
  expect(readPage(page, source).headings.flatMap(({ id }) => id ?? [])).toEqual(ids);
});
