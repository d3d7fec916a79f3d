import type { Hue } from "../samples/systems.ts";

/** A section of the site, in reading order. */
export interface Section {
  readonly title: string;
  /** In kebab case; unique. It is also the address of the section's page: "kafka" is /kafka/. */
  readonly slug: string;
  /** The section's hue and the shape of its route line. */
  readonly system: Hue | "both";
  /** Slugs of pages in reading order: "index", "streaming-modes/server-streaming". */
  readonly pages: readonly string[];
}
