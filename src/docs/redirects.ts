/**
 * Addresses that pages had before. Astro makes of each a small page that leads on, with the new address as its canonical
 * one: any static host can serve that. It is in neither search nor sitemap, and search engines are told not to keep it.
 */
import path from "node:path";
import { readTextIfThere } from "../disk/read-if-there.ts";
import type { Issue } from "../report/issue.ts";
import { normaliseText } from "../report/source-text.ts";

export const REDIRECTS_FILE = "content/redirects.txt";

/** One line of the file. */
export interface Redirect {
  /** "/kafka/consuming/" */
  readonly from: string;
  /** "/guaranteed-delivery/consuming/#commits" */
  readonly to: string;
  readonly line: number;
}

/** The redirects of the site below `root`, and the lines that are none. A site without the file has none. */
export function readRedirects(root: string): {
  readonly redirects: readonly Redirect[];
  readonly issues: readonly Issue[];
} {
  return parseRedirects(readTextIfThere(path.join(root, REDIRECTS_FILE)) ?? "");
}

/** Reads the file's text: "/old/ /new/#heading" a line, and comments that begin with #. */
export function parseRedirects(text: string): { redirects: Redirect[]; issues: Issue[] } {
  const redirects: Redirect[] = [];
  const issues: Issue[] = [];
  for (const [index, written] of normaliseText(text).split("\n").entries()) {
    if (/^\s*(?:#|$)/.test(written)) continue;
    const line = index + 1;
    const [, from, to] = /^(\/(?:[^\s/#?]+\/)+) (\/\S*)$/.exec(written) ?? [];
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

/** Redirects from addresses that are taken: `paths` are those of the site's pages. Whether `to` exists is a matter of links. */
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

/** The same for Astro's configuration. */
export function astroRedirects(root: string): Record<string, string> {
  return Object.fromEntries(readRedirects(root).redirects.map(({ from, to }) => [from, to]));
}
