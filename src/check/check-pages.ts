import { builtPages } from "../docs/built-pages.ts";
import { checkFrontMatter } from "../docs/check-front-matter.ts";
import { checkHeadings } from "../docs/check-headings.ts";
import { checkNavigation } from "../docs/check-navigation.ts";
import { checkNotes } from "../docs/check-notes.ts";
import { checkTwins } from "../docs/check-twins.ts";
import { buildPageModel, type PageInput, type PageModel } from "../docs/page-model.ts";
import { readAliases } from "../docs/read-aliases.ts";
import { readNavigation } from "../docs/read-navigation.ts";
import type { Page } from "../mdx/page.ts";
import type { Issue } from "../report/issue.ts";

/** Checks what pages say about themselves and each other, and puts them into reading order. */
export function checkPages(
  root: string,
  pages: readonly Page[],
): { readonly model: PageModel; readonly issues: readonly Issue[] } {
  const start = { line: 1, column: 1 };
  const navigation = readNavigation(root);
  const { aliases, issues: aliasIssues } = readAliases(root, pages);
  const read = pages.map((page) => ({ page, ...checkFrontMatter(page) }));
  const valid = read.flatMap(({ page: { slug, file }, data }): PageInput[] =>
    data === undefined ? [] : [{ ...data, slug, file, asked: aliases.get(slug) ?? [] }],
  );
  const listed = [
    ...pages.map(({ slug, file, frontMatter }) => ({
      slug,
      file,
      titlePlace: frontMatter?.placeOf(["title"]) ?? start,
    })),
    ...builtPages.map(({ slug, file }) => ({ slug, file, titlePlace: start })),
  ];
  const twins = pages.map(({ slug, file, frontMatter }) => {
    const twin = frontMatter?.data["twin"];
    const twinPlace = frontMatter?.placeOf(["twin"]) ?? start;
    return { slug, file, twin: typeof twin === "string" ? twin : undefined, twinPlace };
  });
  return {
    model: buildPageModel(navigation.sections, [...valid, ...builtPages]),
    issues: [
      ...navigation.issues,
      ...read.flatMap(({ issues }) => issues),
      ...aliasIssues,
      ...(navigation.issues.length > 0 ? [] : checkNavigation(navigation, listed)),
      ...checkTwins(twins),
      ...pages.flatMap((page) => [...checkNotes(page), ...checkHeadings(page)]),
    ],
  };
}
