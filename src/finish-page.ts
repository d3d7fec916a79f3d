import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { listHtml } from "./disk/list-files.ts";

/** Tags around which white space is never visible: blocks, tables, lists, drawings and the head. */
const BLOCKS =
  "html|head|meta|link|title|body|main|header|footer|nav|article|section|aside|h[1-6]|p|div|blockquote|ul|ol|li|dl|dt|dd|" +
  "table|thead|tbody|tr|th|td|figure|figcaption|details|summary|svg|defs|pattern|g|path|line|rect|circle|text";
const REST_OF_TAG = String.raw`\b(?:[^>"]|"[^"]*")*>`;
const AROUND_BLOCKS = new RegExp(String.raw`\s*(</?(?:${BLOCKS})${REST_OF_TAG})\s*`, "g");
const TAG = new RegExp(`<[a-z][a-z0-9-]*${REST_OF_TAG}`, "g");
/** Attributes that `src/search` reads and browsers do not need. */
const FOR_INDEX =
  /\sdata-(?:pagefind-[a-z-]+|title|section|system|kind|subject|headings)(?:="[^"]*")?/g;

/** Removes from a finished page the attributes for the search index and the white space that nobody sees. */
export function finishPage(html: string): string {
  return html
    .replace(TAG, (tag) => tag.replace(FOR_INDEX, ""))
    .replace(AROUND_BLOCKS, (_, tag: string) => tag);
}

/**
 * Finishes every page of the built site in `output`.
 *
 * @param note is told the HTML of each finished page
 */
export function finishPages(output: string, note: (html: string) => void): void {
  for (const file of listHtml(output).map((it) => path.join(output, it))) {
    const html = finishPage(readFileSync(file, "utf8"));
    writeFileSync(file, html);
    note(html);
  }
}
