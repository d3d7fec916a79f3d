import type { System } from "./page-schema.ts";

/** A section of the site, in reading order. */
export interface Section {
  readonly title: string;
  /** Kebab-case; unique. */
  readonly slug: string;
  /** Whose hue and shape the section's route has. */
  readonly system: System;
  /** Slugs of pages, in reading order: "index", "streaming-modes/server-streaming". */
  readonly pages: readonly string[];
}

/** The path of a page: "/" for `index`, else "/streaming-modes/server-streaming/". */
export function pagePath(slug: string): string {
  return slug === "index" ? "/" : `/${slug}/`;
}
