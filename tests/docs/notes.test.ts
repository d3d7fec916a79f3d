import { describe, expect, test } from "vitest";
import { ContentError } from "../../src/report/content-error.ts";
import { notes } from "../../src/docs/notes.ts";
import { renderMdx } from "./render-mdx.ts";

const render = (source: string): string => renderMdx(source, { mdastPlugins: [notes] });

function failure(source: string): ContentError {
  try {
    render(source);
  } catch (error) {
    if (error instanceof ContentError) return error;
    throw error;
  }
  throw new Error("Nothing was wrong.");
}

describe("notes", () => {
  test("a reference becomes a number and its note follows the block that refers to it", () => {
    const html = render(
      "It opens one.[^a] Really.\n\nNext.\n\n[^a]: **Reconnecting.** By itself.\n",
    );
    expect(html).toBe(
      '<div class="noted"><p>It opens one.<sup><a href="#note-1" id="ref-1" aria-label="Note 1">1</a></sup> Really.</p>' +
        '<div class="notes"><aside class="note" id="note-1" role="note"><p><a href="#ref-1" class="note-number" aria-label="Back to reference 1">1</a>' +
        "<strong>Reconnecting</strong> By itself.</p></aside></div></div><p>Next.</p>",
    );
  });

  test("numbers follow the order of references, not of definitions", () => {
    const html = render("One.[^b]\n\nTwo.[^a]\n\n[^a]: A\n\n[^b]: B\n");
    expect(html).toMatch(/id="note-1".*B<\/p>.*id="note-2".*A<\/p>/);
  });

  test("a note that two sentences refer to stands once, and ids stay unique", () => {
    const html = render("One.[^a]\n\nTwo.[^a]\n\n[^a]: A\n");
    expect(html.match(/<aside/g)).toHaveLength(1);
    expect(html.match(/id="ref-1"/g)).toHaveLength(1);
    expect(html.match(/href="#note-1"/g)).toHaveLength(2);
  });

  test("a note keeps its links, code and further paragraphs", () => {
    const html = render("One.[^a]\n\n[^a]: **T.** `x{y}` [l](https://a.b)\n\n    Second.\n");
    expect(html).toContain(
      '<code>x{y}</code> <a href="https://a.b">l</a></p><p>Second.</p></aside>',
    );
  });

  test("a reference inside a list marks the whole list", () => {
    expect(render("- x[^a]\n- y\n\n[^a]: A\n")).toMatch(
      /^<div class="noted"><ul>.*<\/ul><div class="notes">/,
    );
  });

  test("an unknown note is an error where it is named", () => {
    const error = failure("One\ntwo [^reconect] three.[^reconnect]\n\n[^reconnect]: R\n");
    expect(error.loc).toMatchObject({ line: 2, column: 5 });
    expect(error.message).toContain(
      'There is no note "reconect" on this page. Did you mean "reconnect"?',
    );
  });

  test("an unused note is an error where it is defined", () => {
    const error = failure("One.\n\n[^a]: A\n");
    expect(error.loc?.line).toBe(3);
    expect(error.title).toBe("unused-note");
  });
});
