/**
 * The whole check behind the build, the dev server, `npm run check` and the tests. It returns data; only `src/report`
 * prints or throws.
 */
import type { PageModel } from "../docs/page-model.ts";
import { checkFacts } from "../facts/check-facts.ts";
import type { ShownFacts } from "../facts/fact.ts";
import { checkLinks } from "../links/check-links.ts";
import { compareIssues } from "../report/issue.ts";
import { checkComponents, type ShownComponent } from "./check-components.ts";
import { checkFiles } from "./check-files.ts";
import { checkPages } from "./check-pages.ts";
import type { CheckedSite, OpenSite } from "./index.ts";

/** Everything known about a site's content. */
export interface CheckedContent extends CheckedSite {
  readonly facts: ShownFacts;
  readonly model: PageModel;
  /** Page path from the root → what its components show. */
  readonly components: ReadonlyMap<string, readonly ShownComponent[]>;
}

/** Checks all content below `root`. */
export async function checkContent(root: string, site: OpenSite): Promise<CheckedContent> {
  // 1. Read the pages once, compile samples, excerpts and fences, and compare the recorded runs with the samples.
  const checked = await site.check();
  const { pages, samples, receipts } = checked;
  // 2. Check what pages say about themselves: front matter, navigation, twins, notes, headings.
  const { model, issues: pageIssues } = checkPages(root, pages);
  // 3. Check facts against runs and sources, and pages against facts.
  const { book, issues: factIssues } = await checkFacts(root, checked);
  // 4. Check components and build the data that each shows.
  const known = { root, samples, receipts, facts: book };
  const shown = pages.map((page) => ({ file: page.file, ...checkComponents(page, known) }));
  // 5. Check links to pages, headings and samples.
  const linkIssues = checkLinks(root, checked);
  return {
    ...checked,
    facts: book,
    model,
    components: new Map(shown.map(({ file, shown: components }) => [file, components])),
    issues: [
      ...checkFiles(root),
      ...checked.issues,
      ...pageIssues,
      ...factIssues,
      ...shown.flatMap(({ issues }) => issues),
      ...linkIssues,
    ].sort(compareIssues),
  };
}
