import type { System } from "./page-schema.ts";

/** A section of the site, in reading order. */
export interface Section {
  readonly title: string;
  /** In kebab case; unique. */
  readonly slug: string;
  /** The section's hue and the shape of its route line. */
  readonly system: System;
  /** Slugs of pages in reading order: "index", "streaming-modes/server-streaming". */
  readonly pages: readonly string[];
}

/** The URL path of a page: "/" for `index`, "/streaming-modes/server-streaming/" for others. */
export function pagePath(slug: string): string {
  return slug === "index" ? "/" : `/${slug}/`;
}
