import type { MDXInstance } from "astro";

/** "/content/docs/index.mdx" → the page as Astro renders it. */
export const pageModules = import.meta.glob<MDXInstance<Record<string, unknown>>>(
  "/content/docs/**/*.mdx",
);
