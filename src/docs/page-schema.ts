import { z } from "astro/zod";
import { HUE_NAMES } from "../samples/systems.ts";

/** Front matter of a page below `content/docs`. Unknown keys are errors. */
export const pageSchema = z.strictObject({
  /** The h1, and the page's name everywhere else. */
  title: z.string().min(1),
  /** The page's answer, in two sentences of plain text. */
  lead: z.string().min(1),
  /** For search engines. By default it is the lead. */
  description: z.string().min(1).optional(),
  kind: z.enum(["argument", "mechanism", "failure", "recipe", "reference"]),
  system: z.enum([...HUE_NAMES, "both"]),
  /** The versions that the page is about: "grpc-js 1.14.7". */
  versions: z.array(z.string().min(1)),
  /** Slug of the page that answers the same question on the other system. */
  twin: z.string().min(1).optional(),
  changed: z.iso.date(),
  /** Search words that the page itself does not contain. */
  aliases: z.array(z.string().min(1)).optional(),
});

export type PageFrontMatter = z.output<typeof pageSchema>;

/** An example line for each key, to show in error messages. */
export const PAGE_KEYS: Readonly<Record<keyof PageFrontMatter, string>> = {
  title: "title: Server streaming",
  lead: "lead: The answer, in two sentences.",
  description: "description: What a search engine shows.",
  kind: `kind: ${pageSchema.shape.kind.options.join(" | ")}`,
  system: `system: ${pageSchema.shape.system.options.join(" | ")}`,
  versions: 'versions: ["grpc-js 1.14.7"], or versions: []',
  twin: "twin: kafka/consuming",
  changed: "changed: 2026-11-23",
  aliases: 'aliases: ["words that people search for"]',
};
