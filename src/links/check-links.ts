import path from "node:path";
import { listFiles } from "../disk/list-files.ts";
import { builtPages } from "../docs/built-pages.ts";
import { pagePath } from "../mdx/page.ts";
import { readNavigation } from "../docs/read-navigation.ts";
import { ALL_PAGES } from "../docs/section-pages.ts";
import { findRedirectedPages, readRedirects, REDIRECTS_FILE } from "../docs/redirects.ts";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import type { CheckedSite } from "../check/index.ts";
import type { PageLinkUse } from "../mdx/find-links.ts";
import type { IssueSlug } from "../report/slugs.ts";

const OTHER_SITE = /^(?:https?:\/\/[^/]|mailto:.)/;

/** Finds every link on a page, and every redirect, whose target page, heading or sample does not exist. */
export function checkLinks(
  root: string,
  { pages, samples }: Pick<CheckedSite, "pages" | "samples">,
): Issue[] {
  const anchorsOf = new Map(
    pages.map(({ slug, headings }) => [pagePath(slug), headings.flatMap(({ id }) => id ?? [])]),
  );
  const others = [
    ...builtPages.map(({ slug }) => pagePath(slug)),
    ...samples.flatMap((sample) => [`/samples/${sample.id}/`, `/samples/${sample.path}`]),
    ...readNavigation(root).sections.map(({ slug }) => pagePath(slug)),
    ALL_PAGES,
    "/samples/index.json",
    "/defaults/facts.json",
    "/search/",
    "/colophon/",
    "/changes.xml",
    "/llms.txt",
    "/llms-full.txt",
    ...listFiles(path.join(root, "public")).map((file) => `/${file}`),
  ];
  const paths = new Set([...anchorsOf.keys(), ...others]);
  const { redirects, issues } = readRedirects(root);
  const ways = redirects.map(({ from, to, line }): PageLinkUse => {
    return { url: to, line, column: from.length + 2 };
  });
  const sources = [...pages, { file: REDIRECTS_FILE, slug: "index", links: ways }];
  const found = sources.flatMap(({ file, slug: page, links }) =>
    links.flatMap(({ url, line, column }): Issue[] => {
      const issue = (slug: IssueSlug, message: string): Issue[] => [
        { slug, file, line, column, message },
      ];
      if (url === "") return issue("broken-link", "This link has no address. Type one.");
      if (url.startsWith("["))
        return issue(
          "broken-link",
          `No line of this page says where "${url}" leads. Type the address itself: [words](/page/).`,
        );
      if (/^[a-z][a-z+.-]*:/i.test(url)) {
        if (OTHER_SITE.test(url) && URL.canParse(url)) return [];
        const message = `"${url}" is no address of a document. A link to another site begins with "https://".`;
        return issue("broken-link", message);
      }
      const [address = "", anchor] = url.split("#");
      const [target = ""] = address.split("?");
      const at = target === "" ? pagePath(page) : target;
      if (!at.startsWith("/")) {
        return issue(
          "relative-link",
          `"${url}" is relative to this page. Type the path from the site's root: "/…".`,
        );
      }
      if (!paths.has(at))
        return issue("broken-link", `No page "${at}".${didYouMean(at, [...paths])}`);
      const anchors = anchorsOf.get(at);
      if (anchor === undefined || anchors === undefined || anchors.includes(anchor)) return [];
      const there = anchors.map((it) => `#${it}`);
      const known = there.length === 0 ? "It has no headings." : `There: ${there.join(", ")}.`;
      return issue(
        "broken-anchor",
        `No heading "#${anchor}" on ${at}. ${known}${didYouMean(`#${anchor}`, there)}`,
      );
    }),
  );
  return [...issues, ...findRedirectedPages(redirects, [...paths]), ...found];
}
