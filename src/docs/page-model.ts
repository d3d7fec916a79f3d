import { pagePath } from "../mdx/page.ts";
import type { Alias } from "./read-aliases.ts";
import type { Section } from "./navigation.ts";
import type { PageFrontMatter } from "./page-schema.ts";

/** A page before it has a place: its front matter and its file. */
export interface PageInput extends PageFrontMatter {
  /** Such as "index" or "streaming-modes/server-streaming". */
  readonly slug: string;
  /** From the repository's root, with forward slashes. */
  readonly file: string;
  /** What people ask, with the heading that answers. */
  readonly asked: readonly Alias[];
}

/** A page's title and path, which is all a link needs. */
export interface PageLink {
  readonly title: string;
  readonly path: string;
}

/** Everything that layouts show about a page, computed once. */
export interface PageData extends PageInput {
  readonly path: string;
  readonly summary: string;
  readonly section: Section;
  /** The page's 1-based position in its section, and the section's number of pages. */
  readonly place: { readonly position: number; readonly total: number };
  /** Links from the section's page to this one. */
  readonly breadcrumbs: readonly PageLink[];
  readonly previous: PageLink | undefined;
  readonly next: PageLink | undefined;
  readonly twinPage: PageLink | undefined;
}

export interface PageModel {
  readonly sections: readonly Section[];
  /** The pages by slug, in reading order. */
  readonly pages: ReadonlyMap<string, PageData>;
}

/**
 * Puts pages into the order of the navigation and computes everything that depends on their place. Pages without a
 * place are left out.
 */
export function buildPageModel(
  navigation: readonly Section[],
  inputs: readonly PageInput[],
): PageModel {
  const found = new Map(inputs.map((page) => [page.slug, page]));
  const order = navigation.flatMap((section) =>
    section.pages.flatMap((slug, index) => {
      const page = found.get(slug);
      return page === undefined ? [] : [{ page, section, position: index + 1 }];
    }),
  );
  const linkTo = (page: PageInput | undefined): PageLink | undefined =>
    page && { title: page.title, path: pagePath(page.slug) };

  const pages = order.map(({ page, section, position }, index): PageData => {
    const path = pagePath(page.slug);
    return {
      ...page,
      path,
      summary: page.description ?? page.lead,
      section,
      place: { position, total: section.pages.length },
      breadcrumbs: [
        { title: section.title, path: pagePath(section.slug) },
        { title: page.title, path },
      ],
      previous: linkTo(order[index - 1]?.page),
      next: linkTo(order[index + 1]?.page),
      twinPage: linkTo(page.twin === undefined ? undefined : found.get(page.twin)),
    };
  });
  return {
    sections: navigation,
    pages: new Map(pages.map((page) => [page.slug, page])),
  };
}
