import type { Issue } from "../report/issue.ts";
import type { FenceMeta } from "./fence-meta.ts";
import type { Language } from "../samples/languages.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** A part of a note on a code line: text, or code set like code. */
export interface NoteWord {
  readonly text: string;
  readonly code: boolean;
}

/** A note beside the one shown line that contains `quote`. */
export interface LineNote {
  readonly quote: string;
  readonly words: readonly NoteWord[];
  readonly line: number;
  readonly column: number;
}

interface PlaceOnPage {
  /** The page, from the repository's root. */
  readonly page: string;
  /** The line on which the block opens on the page, 1-based. */
  readonly line: number;
  readonly column: number;
}

/** A fence: code written on the page itself. */
export interface FenceBlock extends PlaceOnPage {
  readonly kind: "fence";
  readonly language: Language;
  readonly meta: FenceMeta;
  readonly text: string;
  /** For each line of `text`, the number of characters on the page that belong to its container (a list or a quote). */
  readonly indents: readonly number[];
}

/** A `<Sample>`: a file, or a region of it, shown on the page. */
export interface SampleBlock extends PlaceOnPage {
  readonly kind: "sample";
  /** The file as written: relative to the page's sample folder, or to `content/samples`. */
  readonly file: string;
  readonly region?: string;
  /** Whether the recorded output is shown under the block. */
  readonly output: boolean;
  readonly notes: readonly LineNote[];
}

export type Block = FenceBlock | SampleBlock;

/** A `<Said>`: words on a page that a sample printed. */
export interface SaidWords extends PlaceOnPage {
  /** The sample's id. */
  readonly sample: string;
  readonly text: string;
}

/** Reports an error of the page that is being read. */
export type Report = (
  slug: IssueSlug,
  line: number,
  column: number,
  message: Issue["message"],
) => void;

/** The start of a node of the page's tree, 1-based. */
export function startOf(node: {
  readonly position?: { readonly start: { line: number; column: number } } | undefined;
}): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
