import { expect, test } from "vitest";
import { cutPreview, cutTitle, readExcerpt, type ExcerptPart } from "../../src/search/excerpt.ts";

/** Matches in brackets. */
const show = (parts: readonly ExcerptPart[]): string =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

test.each([
  ["the <mark>offset</mark> is", "the [offset] is"],
  ["<mark>one</mark> <mark>two</mark>", "[one] [two]"],
  ["no match", "no match"],
  ["", ""],
])("%s is read as %s", (marked, expected) => {
  expect(show(readExcerpt(marked))).toBe(expected);
});

test("a page’s own markup stays text", () => {
  const marked = "&lt;mark&gt;&lt;img src=x&gt; and <mark>Promise&lt;Order&gt;</mark>";
  expect(show(readExcerpt(marked))).toBe("<mark><img src=x> and [Promise<Order>]");
});

test("punctuation behind a match is not part of it", () => {
  expect(show(readExcerpt("a <mark>stream,</mark> or <mark>e.g.</mark>"))).toBe(
    "a [stream], or [e.g].",
  );
});

test.each([
  ["The commit", "The <mark>commit.</mark> It is a <mark>bookmark</mark>", "It is a [bookmark]"],
  ["Do you need it?", "Do you need it? <mark>No</mark>", "[No]"],
  ["The commit", "The <mark>commit.</mark>", ""],
  ["The commit", "The commits differ", "The commits differ"],
  ["The commit", "… about <mark>commits</mark>", "… about [commits]"],
])("under the heading %s, %s is shown as %s", (title, marked, expected) => {
  expect(show(cutTitle(readExcerpt(marked), title))).toBe(expected);
});

test("a preview begins with the text, or shortly before a match that stands far behind", () => {
  const filler = (count: number): string => "filler ".repeat(count).trim();
  const preview = (text: string): string =>
    cutPreview(text, "The commit", ["offset"])
      .map((part) => part.text)
      .join("");
  expect(preview("The commit. An offset is kept.")).toBe("An offset is kept.");
  expect(preview(`The commit. An offset. ${filler(200)}`)).toMatch(/^An offset\. (?:filler )+…$/);
  const late = preview(`${filler(200)} offsets ${filler(200)}`);
  expect(late).toMatch(/^… (?:filler ){25}offsets (?:filler )+…$/);
  expect(cutPreview("Two offsets", "", ["offset"]).find(({ isMatch }) => isMatch)?.text).toBe(
    "offsets",
  );
});
