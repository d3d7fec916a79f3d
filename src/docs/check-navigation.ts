import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { Position } from "../report/source-text.ts";
import { NAVIGATION_FILE, type Navigation } from "./read-navigation.ts";

/** A page as the navigation knows it: its name, and where its file has the title. */
export interface ListedPage {
  readonly slug: string;
  readonly file: string;
  readonly titlePlace: Position;
}

/** Checks that each page has one place in the navigation, and each name there has a page. */
export function checkNavigation(navigation: Navigation, pages: readonly ListedPage[]): Issue[] {
  const places = navigation.sections.flatMap((section, number) =>
    section.pages.map((slug, index) => ({ slug, ...navigation.placeOf(number, index) })),
  );
  const listed = places.map(({ slug }) => slug);
  const written = pages.map(({ slug }) => slug);
  const unlisted = pages.filter(({ slug }) => !listed.includes(slug));
  const unwritten = listed.filter((slug) => !written.includes(slug));

  const wrongNames = places.flatMap(({ slug, line, column }, index): Issue[] => {
    const place = { file: NAVIGATION_FILE, line, column };
    if (listed.indexOf(slug) !== index) {
      const message = `"${slug}" is in the navigation twice; a page has one place. Take one out.`;
      return [{ slug: "page-listed-twice", ...place, message }];
    }
    if (written.includes(slug)) return [];
    const near = didYouMean(
      slug,
      unlisted.map((page) => page.slug),
    );
    const message = `There is no page "${slug}".${near}\nWrite content/docs/${slug}.mdx, or take the name out of the navigation.`;
    return [{ slug: "unknown-page", ...place, message }];
  });
  const lostPages = unlisted.map(({ slug, file, titlePlace }): Issue => {
    const message = `The page "${slug}" is not in ${NAVIGATION_FILE}.${didYouMean(slug, unwritten)}\nAdd "${slug}" to the pages of a section.`;
    return { slug: "page-not-in-navigation", file, ...titlePlace, message };
  });
  const doubles = pages.flatMap(({ slug, file }, index): Issue[] => {
    const first = pages[written.indexOf(slug)];
    if (first === undefined || written.indexOf(slug) === index) return [];
    const message = `${first.file} is the page "${slug}" too. Rename one of the two.`;
    return [{ slug: "duplicate-page", file, line: 1, column: 1, message }];
  });
  return [...wrongNames, ...lostPages, ...doubles];
}
