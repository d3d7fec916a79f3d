import { pagePath } from "../mdx/page.ts";
import type { Section } from "./navigation.ts";
import type { PageModel } from "./page-model.ts";

/** The path of the page that lists all others. */
export const ALL_PAGES = "/pages/";

/** The sections that have a page of their own: all, except where another page already has the address. */
export function sectionsWithPage({ sections, pages }: PageModel): readonly Section[] {
  return sections.filter(({ slug }) => !pages.has(slug) && pagePath(slug) !== ALL_PAGES);
}
