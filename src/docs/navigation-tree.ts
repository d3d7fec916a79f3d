import { pagePath } from "../mdx/page.ts";
import type { PageLink, PageModel } from "./page-model.ts";
import type { Hue } from "../samples/systems.ts";

export interface NavigationPage extends PageLink {
  readonly isCurrent: boolean;
}

/** A section's link, and its pages when the current page belongs to it. */
export interface NavigationSection extends PageLink {
  readonly slug: string;
  readonly system: Hue | "both";
  readonly pages: readonly NavigationPage[];
}

/**
 * The navigation of one page: every section, but only the current section's pages, so that pages do not grow with the
 * site.
 *
 * @param current slug of the page; `undefined` outside the navigation
 */
export function buildNavigationTree(
  model: PageModel,
  current: string | undefined,
): NavigationSection[] {
  return model.sections.map((section) => {
    const [first = "index"] = section.pages;
    const isInside = current !== undefined && section.pages.includes(current);
    return {
      title: section.title,
      slug: section.slug,
      system: section.system,
      path: pagePath(first),
      pages: isInside
        ? section.pages.flatMap((slug) => {
            const page = model.pages.get(slug);
            return page === undefined
              ? []
              : [{ title: page.title, path: page.path, isCurrent: slug === current }];
          })
        : [],
    };
  });
}
