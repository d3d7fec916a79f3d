import { ContentError } from "./content-error.ts";
import type { Issue } from "./issue.ts";

/**
 * The error of a page that could not be rendered although its check found nothing.
 *
 * @param file the page, from the repository's root
 */
export function notRendered(file: string, cause: unknown): ContentError {
  const why = cause instanceof Error ? cause.message : String(cause);
  const issue: Issue = {
    slug: "not-rendered",
    file,
    line: 1,
    column: 1,
    message: `${why}\nThe check found nothing wrong with this page, so the mistake is in the site's own code. Report it, with the page.`,
  };
  return new ContentError([issue], (it) => it, issue, { cause });
}
