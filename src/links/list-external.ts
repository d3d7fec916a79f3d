import type { CheckedContent } from "../check/check-content.ts";
import type { ExternalLink } from "./check-external.ts";

/** Lists every external link of the pages and every source of a fact. */
export function listExternal({
  pages,
  facts,
}: Pick<CheckedContent, "pages" | "facts">): ExternalLink[] {
  const onPages = pages.flatMap(({ file, links }) =>
    links.map((link): ExternalLink => ({ ...link, file })),
  );
  const cited = [
    ...[...facts.sources.values()],
    ...[...facts.facts.values()].flatMap(({ citation, file, line, column }) =>
      citation === undefined ? [] : [{ url: citation.url, file, line, column }],
    ),
  ].map(({ url, file, line, column }): ExternalLink => ({ url, file, line, column }));
  return [...onPages, ...cited].filter(({ url }) => /^https?:/.test(url));
}
