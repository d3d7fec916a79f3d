import { pages, sections } from "virtual:checked/pages";
import type { PageData, PageModel } from "./page-model.ts";

/** The checked pages in reading order. */
export const pageModel: PageModel = {
  sections,
  pages: new Map(pages.map((page) => [page.slug, page])),
};

/**
 * The data of one page.
 *
 * @throws Error for a page that is not in the navigation, which the check should have reported
 */
export function findPage(slug: string): PageData {
  const page = pageModel.pages.get(slug);
  if (page === undefined) throw new Error(`There is no page "${slug}" in content/navigation.ts.`);
  return page;
}
