import { z } from "astro/zod";

/** YAML reads an unquoted `2026-11-22` as a date; both spellings become the text. */
const dateSchema = z.union([
  z.iso.date(),
  z.date().transform((date) => date.toISOString().slice(0, 10)),
]);

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
  changed: dateSchema,
  /** Words that people search for and the page does not say. */
  aliases: z.array(z.string().min(1)).optional(),
});

export type PageFrontMatter = z.output<typeof pageSchema>;
export type System = PageFrontMatter["system"];
