/** The whole check behind the build, the dev server, `npm run check` and the tests. It returns data; only `src/report` prints or throws. */
import type { PageModel } from "../docs/page-model.ts";
import { checkFacts } from "../facts/check-facts.ts";
import type { ShownFacts } from "../facts/fact.ts";
import { checkLinks } from "../links/check-links.ts";
import { compareIssues } from "../report/issue.ts";
import { checkComponents, type ShownComponent } from "./check-components.ts";
import { checkPages } from "./check-pages.ts";
import type { CheckedSite, OpenSite } from "./index.ts";

/** Everything that is known of a site's content. */
export interface CheckedContent extends CheckedSite {
  readonly facts: ShownFacts;
  readonly model: PageModel;
  /** Page path from the root → what its components show. */
  readonly components: ReadonlyMap<string, readonly ShownComponent[]>;
}

/** Checks all content below `root`. */
export async function checkContent(root: string, site: OpenSite): Promise<CheckedContent> {
  // 1. Pages are read, once; samples, excerpts and fences compiled; recorded runs held against them.
  const checked = await site.check();
  const { pages, samples, receipts } = checked;
  // 2. What pages say of themselves: front matter, navigation, twins, notes, headings.
  const { model, issues: pageIssues } = checkPages(root, pages);
  // 3. Facts against runs and sources, and what pages say of them.
  const { book, issues: factIssues } = await checkFacts(root, checked);
  // 4. Components: what each would show.
  const known = { root, samples, receipts, facts: book };
  const shown = pages.map((page) => ({ file: page.file, ...checkComponents(page, known) }));
  // 5. Links, to pages, headings and samples.
  const linkIssues = checkLinks(checked);
  return {
    ...checked,
    facts: book,
    model,
    components: new Map(shown.map(({ file, shown: components }) => [file, components])),
    issues: [
      ...checked.issues,
      ...pageIssues,
      ...factIssues,
      ...shown.flatMap(({ issues }) => issues),
      ...linkIssues,
    ].sort(compareIssues),
  };
}
