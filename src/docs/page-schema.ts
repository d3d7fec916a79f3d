import { z } from "astro/zod";

/** Front matter of a page below `content/docs`. Unknown keys are errors. */
export const pageSchema = z.strictObject({
  /** The h1, and the page's name everywhere else. */
  title: z.string().min(1),
  /** The answer, in two sentences. Plain text. */
  lead: z.string().min(1),
  /** For search engines; the lead when absent. */
  description: z.string().min(1).optional(),
  kind: z.enum(["argument", "mechanism", "failure", "recipe", "reference"]),
  system: z.enum(["wire", "log", "both"]),
  /** What the page holds for: "grpc-js 1.14.7". */
  versions: z.array(z.string().min(1)),
  /** Slug of the page that answers the same question on the other system. */
  twin: z.string().min(1).optional(),
  changed: z.iso.date(),
  /** Words that people search for and the page does not say. */
  aliases: z.array(z.string().min(1)).optional(),
});

export type PageFrontMatter = z.output<typeof pageSchema>;
export type System = PageFrontMatter["system"];

/** A line to type for each key: what it may be, by an example. */
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
