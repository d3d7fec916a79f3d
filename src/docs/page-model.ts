import type { Issue } from "../report/issue.ts";
import { pagePath } from "./navigation.ts";
import type { Section } from "./navigation.ts";
import { checkPages } from "./page-problems.ts";
import type { PageInput, PageModelInput } from "./page-input.ts";

/** Title and path: what a link to a page needs. */
export interface PageLink {
  readonly title: string;
  readonly path: string;
}

/** Everything a layout says about a page, computed once. */
export interface PageData extends PageInput {
  readonly path: string;
  /** Absolute. */
  readonly canonical: string;
  readonly summary: string;
  readonly section: Section;
  /** 1-based position in the section, and how many pages that has. */
  readonly place: { readonly position: number; readonly total: number };
  /** From the section's first page to this one. */
  readonly breadcrumbs: readonly PageLink[];
  readonly previous: PageLink | undefined;
  readonly next: PageLink | undefined;
  readonly twinPage: PageLink | undefined;
}

export interface PageModel {
  readonly sections: readonly Section[];
  /** By slug, in reading order. */
  readonly pages: ReadonlyMap<string, PageData>;
}

/** Puts pages in the order of the navigation and computes what each page says about its place. */
export function buildPageModel(input: PageModelInput): PageModel & { issues: readonly Issue[] } {
  const found = new Map(input.pages.map((page) => [page.slug, page]));
  const order = input.navigation.flatMap((section) =>
    section.pages.flatMap((slug, index) => {
      const page = found.get(slug);
      return page === undefined ? [] : [{ page, section, position: index + 1 }];
    }),
  );
  const linkTo = (page: PageInput | undefined): PageLink | undefined =>
    page && { title: page.title, path: pagePath(page.slug) };

  const pages = order.map(({ page, section, position }, index): PageData => {
    const path = pagePath(page.slug);
    const [first] = section.pages;
    return {
      ...page,
      path,
      canonical: new URL(path, input.site).href,
      summary: page.description ?? page.lead,
      section,
      place: { position, total: section.pages.length },
      breadcrumbs: [
        { title: section.title, path: pagePath(first ?? page.slug) },
        { title: page.title, path },
      ],
      previous: linkTo(order[index - 1]?.page),
      next: linkTo(order[index + 1]?.page),
      twinPage: linkTo(page.twin === undefined ? undefined : found.get(page.twin)),
    };
  });
  return {
    sections: input.navigation,
    pages: new Map(pages.map((page) => [page.slug, page])),
    issues: checkPages(input),
  };
}
