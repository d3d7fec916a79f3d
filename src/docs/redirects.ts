/**
 * Former addresses of pages. For each, Astro makes a small page that leads to the new address and names it as
 * canonical, which any static host can serve. Redirects are left out of search and sitemap, and search engines are
 * told not to index them.
 */
import path from "node:path";
import { readTextIfThere } from "../disk/read-if-there.ts";
import type { Issue } from "../report/issue.ts";
import { normaliseText } from "../report/source-text.ts";

export const REDIRECTS_FILE = "content/redirects.txt";

/** One line of the file. */
export interface Redirect {
  /** Such as "/kafka/consuming/". */
  readonly from: string;
  /** Such as "/guaranteed-delivery/consuming/#commits". */
  readonly to: string;
  readonly line: number;
}

/** Reads the redirects of the site below `root`, and reports malformed lines. Without the file there are none. */
export function readRedirects(root: string): {
  readonly redirects: readonly Redirect[];
  readonly issues: readonly Issue[];
} {
  return parseRedirects(readTextIfThere(path.join(root, REDIRECTS_FILE)) ?? "");
}

/** Parses the file's text: lines such as "/old/ /new/#heading", and comments that begin with #. */
export function parseRedirects(text: string): { redirects: Redirect[]; issues: Issue[] } {
  const redirects: Redirect[] = [];
  const issues: Issue[] = [];
  for (const [index, written] of normaliseText(text).split("\n").entries()) {
    if (/^\s*(?:#|$)/.test(written)) continue;
    const line = index + 1;
    const [, from, to] = /^(\/(?:[A-Za-z0-9][\w.-]*\/)+) (\/\S*)$/.exec(written) ?? [];
    if (from === undefined || to === undefined) {
      const message = `"${written}" is no redirect.\nType the old address with its slashes, one space, the new one: /old/ /new/#heading`;
      issues.push({ slug: "bad-redirect", file: REDIRECTS_FILE, line, column: 1, message });
    } else if (redirects.some((other) => other.from === from)) {
      const message = `"${from}" leads somewhere already.\nTake one of the two lines out.`;
      issues.push({ slug: "bad-redirect", file: REDIRECTS_FILE, line, column: 1, message });
    } else redirects.push({ from, to, line });
  }
  return { redirects, issues };
}

/**
 * Finds redirects from addresses that pages use; `paths` are the addresses of the site's pages. Targets are checked
 * with the links.
 */
export function findRedirectedPages(
  redirects: readonly Redirect[],
  paths: readonly string[],
): Issue[] {
  return redirects
    .filter(({ from }) => paths.includes(from))
    .map(({ from, line }) => ({
      slug: "redirected-page",
      file: REDIRECTS_FILE,
      line,
      column: 1,
      message: `"${from}" is a page of this site, which nobody would see.\nTake the line out, or the page.`,
    }));
}

/** The redirects in the form that Astro's configuration takes. */
export function astroRedirects(root: string): Record<string, string> {
  return Object.fromEntries(readRedirects(root).redirects.map(({ from, to }) => [from, to]));
}
