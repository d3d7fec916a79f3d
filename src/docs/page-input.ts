import type { Section } from "./navigation.ts";
import type { PageFrontMatter } from "./page-schema.ts";

/** A page as it was found: front matter, and where it came from. */
export interface PageInput extends PageFrontMatter {
  /** "index", "streaming-modes/server-streaming". */
  readonly slug: string;
  /** From the repository's root, with forward slashes. */
  readonly file: string;
}

export interface PageModelInput {
  readonly navigation: readonly Section[];
  readonly pages: readonly PageInput[];
  /** Origin of the site: "https://wireandlog.example". */
  readonly site: string;
  /** Text of a file, for positions in messages; called only when something is wrong. */
  readonly readFile: (file: string) => string;
}
