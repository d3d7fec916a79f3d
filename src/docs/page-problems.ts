import { compareIssues } from "../report/issue.ts";
import type { Issue } from "../report/issue.ts";
import { locate } from "../report/place.ts";
import { didYouMean } from "../report/nearest.ts";
import type { PageInput, PageModelInput } from "./page-input.ts";
import type { IssueSlug } from "../report/slugs.ts";

const navigationFile = "content/navigation.ts";

/** What is wrong between pages: with the navigation, and with twins. */
export function checkPages({ navigation, pages, readFile }: PageModelInput): Issue[] {
  const bySlug = new Map(pages.map((page) => [page.slug, page]));
  const listed = navigation.flatMap((section) => section.pages);
  const report = (slug: IssueSlug, file: string, quoted: string, message: string): Issue => ({
    slug,
    file,
    ...locate(readFile(file), quoted),
    message,
  });

  const issues: Issue[] = [];
  for (const [index, slug] of listed.entries()) {
    if (!bySlug.has(slug)) {
      const unlisted = [...bySlug.keys()].filter((known) => !listed.includes(known));
      const message = `There is no page "${slug}".${didYouMean(slug, unlisted)}\nWrite content/docs/${slug}.mdx, or take the name out of the navigation.`;
      issues.push(report("unknown-page", navigationFile, `"${slug}"`, message));
    }
    if (listed.indexOf(slug) !== index) {
      const message = `"${slug}" is in the navigation twice; a page has one place.`;
      issues.push(report("page-listed-twice", navigationFile, `"${slug}"`, message));
    }
  }
  for (const page of pages) {
    if (!listed.includes(page.slug)) {
      const missing = listed.filter((slug) => !bySlug.has(slug));
      const message = `The page "${page.slug}" is not in ${navigationFile}.${didYouMean(page.slug, missing)}\nAdd "${page.slug}" to the pages of a section.`;
      issues.push(report("page-not-in-navigation", page.file, "title:", message));
    }
    const problem = checkTwin(page, bySlug);
    if (problem !== undefined) issues.push(report(...problem));
  }
  return issues.sort(compareIssues);
}

type Problem = [slug: IssueSlug, file: string, quoted: string, message: string];

function checkTwin(page: PageInput, pages: ReadonlyMap<string, PageInput>): Problem | undefined {
  if (page.twin === undefined) return undefined;
  const twin = pages.get(page.twin);
  if (twin === undefined) {
    const message = `There is no page "${page.twin}".${didYouMean(page.twin, [...pages.keys()])}`;
    return ["unknown-twin", page.file, "twin:", message];
  }
  if (twin.twin === page.slug) return undefined;
  const says = twin.twin === undefined ? "names no twin" : `names "${twin.twin}" as its twin`;
  const message = `Twins name each other, but ${twin.file} ${says}.\nWrite there: twin: ${page.slug}`;
  return ["twin-not-mutual", page.file, "twin:", message];
}
