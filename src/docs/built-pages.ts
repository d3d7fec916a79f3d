import type { PageInput } from "./page-model.ts";

/** Pages that `.astro` files build from checked data. They are in the navigation but have no `.mdx`. */
export const builtPages: readonly PageInput[] = [
  {
    slug: "samples",
    file: "src/pages/samples/index.astro",
    title: "All samples",
    lead: "Every file of code on this site, with what it imports and what it needs. Each is compiled, strict, against the real packages.",
    kind: "reference",
    system: "both",
    versions: [],
    changed: "2026-11-23",
    asked: [],
  },
  {
    slug: "verified",
    file: "src/pages/verified.astro",
    title: "How this site is verified",
    lead: "What is checked before a page is published, how, and what is exempt. The counts come from the build that made this page.",
    kind: "reference",
    system: "both",
    versions: [],
    changed: "2026-11-23",
    asked: [],
  },
];
