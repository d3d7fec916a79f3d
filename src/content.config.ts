import { defineCollection } from "astro:content";
import { glob } from "astro/loaders";
import { pageSchema } from "./docs/page-schema.ts";

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: "content/docs",
      pattern: "**/*.mdx",
      // The URL is the path: no slugs from titles.
      generateId: ({ entry }) => entry.replace(/\.mdx$/, "").replace(/\/index$/, ""),
    }),
    schema: pageSchema,
  }),
};
