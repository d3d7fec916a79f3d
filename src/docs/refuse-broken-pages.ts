import path from "node:path";
import type { Plugin } from "vite";
import type { CheckedContent } from "../check/check-content.ts";
import { issuesOfPage } from "../check/issues-of-page.ts";
import { ContentError } from "../report/content-error.ts";

/**
 * The Vite plugin of the dev server that stops a page with all issues of its content, before any other plugin reads
 * it. A build does not need it, because it checks everything before the first page.
 */
export function refuseBrokenPages(
  root: () => string,
  checked: () => Promise<CheckedContent>,
): Plugin {
  return {
    name: "wire-and-log:broken-pages",
    enforce: "pre",
    transform: {
      order: "pre",
      filter: { id: /\.mdx$/ },
      async handler(_code, id) {
        const file = path.relative(root(), id).replaceAll("\\", "/");
        const { issues, place } = issuesOfPage(await checked(), file);
        if (issues.length > 0) throw new ContentError(issues, (it) => path.join(root(), it), place);
      },
    },
  };
}
