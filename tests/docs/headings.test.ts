import { describe, expect, test } from "vitest";
import { headings } from "../../src/docs/headings.ts";
import { renderMdx } from "./render-mdx.ts";

const render = (source: string): Promise<string> => renderMdx(source, { hastPlugins: [headings] });

describe("headings", () => {
  test("the words of a heading are the link to it", async () => {
    expect(await render("## The `loop` that *resumes*\n")).toBe(
      '<h2 id="the-loop-that-resumes"><a class="anchor" href="#the-loop-that-resumes">The <code>loop</code> that <em>resumes</em></a></h2>',
    );
  });

  test("equal headings get different ids, anew on every page", async () => {
    expect(await render("## Limits\n\n### Limits\n")).toMatch(/id="limits".*id="limits-2"/);
    expect(await render("## Limits\n")).toContain('id="limits"');
  });

  test("the title of a page is no link", async () => {
    expect(await render("# Title\n")).toBe("<h1>Title</h1>");
  });

  test("an apostrophe does not split a word, and a heading of signs still has an id", async () => {
    expect(await render("## What’s kept\n")).toContain('id="whats-kept"');
    expect(await render("## ?\n")).toContain('id="section"');
  });
});
