import type { Issue } from "../report/issue.ts";
import type { FenceMeta } from "./fence-meta.ts";
import type { Language } from "../samples/languages.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** A few words of a note on a code line: text, or code in its own type. */
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
  /** 1-based, where the block opens on the page. */
  readonly line: number;
  readonly column: number;
}

/** A fence: code written on the page itself. */
export interface FenceBlock extends PlaceOnPage {
  readonly kind: "fence";
  readonly language: Language;
  readonly meta: FenceMeta;
  readonly text: string;
  /** For each line of `text`, how many characters its container (a list, a quote) put before it on the page. */
  readonly indents: readonly number[];
}

/** A `<Sample>`: a file, or a region of it, shown on the page. */
export interface SampleBlock extends PlaceOnPage {
  readonly kind: "sample";
  /** As written: relative to the page's sample folder, or from `content/samples`. */
  readonly file: string;
  readonly region?: string;
  /** What it printed when it ran stands under it. */
  readonly output: boolean;
  readonly notes: readonly LineNote[];
}

export type Block = FenceBlock | SampleBlock;

/** A `<Said>`: words on a page that a sample has printed. */
export interface SaidWords extends PlaceOnPage {
  /** Its id. */
  readonly sample: string;
  readonly text: string;
}

/** Notes an error of the page that is being read. */
export type Report = (
  slug: IssueSlug,
  line: number,
  column: number,
  message: Issue["message"],
) => void;

/** Where a node of the page's tree starts, 1-based. */
export function startOf(node: {
  readonly position?: { readonly start: { line: number; column: number } } | undefined;
}): { line: number; column: number } {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}
