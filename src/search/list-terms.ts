import { cutSections, type Fragment } from "./cut-sections.ts";

/** The depth of a term's heading; the h2 of the glossary only divide it. */
const DEPTH = 3;

/** Lists the terms of every page whose headings are terms, in a line each; `readTerms` reads it. */
export function listTerms(pages: readonly Fragment[]): string {
  return pages
    .filter(({ filters }) => filters["headings"]?.includes("term"))
    .flatMap(cutSections)
    .filter(({ depth }) => depth === DEPTH)
    .map(({ url, title, content }) => [url, title, firstSentence(content, title)].join("\t"))
    .join("\n");
}

/** The first sentence below a heading. A full stop inside a name ends no sentence: "min.insync.replicas". */
function firstSentence(content: string, title: string): string {
  const text = content.slice(content.startsWith(title) ? title.length : 0).replace(/^[.\s]+/, "");
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}
