import { pagePath } from "../mdx/page.ts";
import type { Hue } from "../samples/systems.ts";
import type { PageLink, PageModel } from "./page-model.ts";

export interface NavigationPage extends PageLink {
  readonly isCurrent: boolean;
}

/** A section: the link to its own page, and its pages. */
export interface NavigationSection extends PageLink {
  readonly slug: string;
  readonly system: Hue | "both";
  /** Whether it is unfolded, because the current page belongs to it. */
  readonly isOpen: boolean;
  /** Empty for a section that the browser loads when somebody opens it. */
  readonly pages: readonly NavigationPage[];
}

/** What the navigation of a page depends on. */
export interface Whereabouts {
  /** Slug of the current page, or of its section for a page that lists one; `undefined` outside the navigation. */
  readonly current?: string | undefined;
  /** Whether the pages of all sections stand in the document. */
  readonly isWhole?: boolean;
}

/**
 * The navigation of one page: every section, with the pages of the current one. The others are loaded from
 * `/navigation.json` when they are opened, so that pages do not grow with the site.
 */
export function buildNavigationTree(
  model: PageModel,
  { current, isWhole = false }: Whereabouts,
): NavigationSection[] {
  return model.sections.map(({ title, slug, system, pages }) => {
    const isOpen = current !== undefined && (slug === current || pages.includes(current));
    return {
      title,
      slug,
      system,
      path: pagePath(slug),
      isOpen,
      pages:
        isOpen || isWhole
          ? pages.flatMap((it) => {
              const page = model.pages.get(it);
              return page === undefined
                ? []
                : [{ title: page.title, path: page.path, isCurrent: it === current }];
            })
          : [],
    };
  });
}
