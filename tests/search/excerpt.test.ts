import { expect, test } from "vitest";
import { cutAround } from "../../src/search/cut-around.ts";
import { cutPreview, cutTitle, markWords, type ExcerptPart } from "../../src/search/excerpt.ts";

/** Matches in brackets. */
const show = (parts: readonly ExcerptPart[]): string =>
  parts.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join("");

test("words are marked in all their forms, without the punctuation after them", () => {
  expect(show(markWords("Streams, and a stream: <b>streamed</b>.", ["stream"]))).toBe(
    "[Streams], and a [stream]: <b>[streamed]</b>.",
  );
  expect(show(markWords("no match", ["stream"]))).toBe("no match");
});

test.each([
  ["The commit", "The commit. It is a bookmark", "It is a bookmark"],
  ["Do you need it?", "Do you need it? No", "No"],
  ["The commit", "The commit.", ""],
  ["The commit", "The commits differ", "The commits differ"],
  ["The commit", "About commits", "About commits"],
])("under the heading %s, %s is shown as %s", (title, text, expected) => {
  expect(cutTitle(text, title)).toBe(expected);
});

test("an excerpt has most of the words, and says where it is cut", () => {
  const filler = (count: number): string => "filler ".repeat(count).trim();
  const text = `An offset. ${filler(40)} offset and deadline, ${filler(14)}, ${filler(40)}`;
  expect(cutAround(text, ["offset", "deadline"])).toBe(
    `…${filler(4)} offset and deadline, ${filler(13)}…`,
  );
  expect(cutAround("An offset.", ["offset"])).toBe("An offset.");
  expect(cutAround(`${filler(19)}, offset ${filler(9)}`, ["filler"])).toBe(
    `${filler(19)}, offset…`,
  );
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
