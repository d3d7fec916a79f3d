/** The whole check behind the build, the dev server and `npm run check`: samples, then the facts and links of the pages that show them. */
import { checkFacts } from "../facts/check-facts.ts";
import type { ShownFacts } from "../facts/fact.ts";
import { checkLinks } from "../links/check-links.ts";
import { compareIssues } from "../report/issue.ts";
import type { CheckedSite, OpenSite } from "./index.ts";

/** Everything that is known of a site's content. */
export interface CheckedContent extends CheckedSite {
  readonly facts: ShownFacts;
}

/** Checks all content below `root`. Returns issues; prints and throws nothing. */
export async function checkContent(root: string, site: OpenSite): Promise<CheckedContent> {
  const checked = await site.check();
  const { book, issues } = await checkFacts(root, checked);
  return {
    ...checked,
    facts: book,
    issues: [...checked.issues, ...issues, ...(await checkLinks(root, checked))].sort(
      compareIssues,
    ),
  };
}
