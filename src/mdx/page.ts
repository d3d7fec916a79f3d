import type { Position } from "../report/source-text.ts";
import type { Block, SaidWords } from "./blocks.ts";
import type { ComponentUse } from "./find-components.ts";
import type { FrontMatter } from "./front-matter.ts";
import type { Heading } from "./find-headings.ts";
import type { PageLinkUse } from "./find-links.ts";
import type { Notes } from "./find-notes.ts";
import type { Mention, Words } from "./find-words.ts";
import type { Issue } from "../report/issue.ts";

export const DOCS_FOLDER = "content/docs";
/** How the files beside pages end that say how people asked; see `src/docs/read-aliases.ts`. */
export const ALIASES_ENDING = ".aliases.yaml";

/** Everything that the checks need from a page, found in one parse. */
export interface Page {
  /** From the repository's root. */
  readonly file: string;
  /** Such as "index" or "streaming-modes/server-streaming". */
  readonly slug: string;
  /** Absent when the page has none. */
  readonly frontMatter: FrontMatter | undefined;
  /** Fences and `<Sample>`s, in reading order. */
  readonly blocks: readonly Block[];
  readonly said: readonly SaidWords[];
  readonly mentions: readonly Mention[];
  readonly words: readonly Words[];
  /**
   * Ids or file names of the samples that links and components name. The numbers on the page may come from these
   * samples.
   */
  readonly samples: readonly string[];
  readonly links: readonly PageLinkUse[];
  readonly headings: readonly Heading[];
  readonly notes: Notes;
  readonly components: readonly ComponentUse[];
  /** Expressions and modules, which the check refuses, because a page has no code of its own. */
  readonly code: readonly ({ readonly text: string } & Position)[];
  /** Errors in how the page is written. */
  readonly issues: readonly Issue[];
}

/** The slug of a page: `content/docs/kafka/index.mdx` → "kafka"; the page of the root is "index". */
export function slugOfPage(file: string): string {
  return file
    .slice(DOCS_FOLDER.length + 1)
    .replace(/\.mdx$/, "")
    .replace(/\/index$/, "");
}

/** The URL path of a page: "/" for `index`, "/streaming-modes/server-streaming/" for others. */
export function pagePath(slug: string): string {
  return slug === "index" ? "/" : `/${slug}/`;
}
