import { readFile } from "node:fs/promises";
import path from "node:path";
import type { CheckedContent } from "../check/check-content.ts";
import type { ExternalLink } from "./check-external.ts";
import { findLinks } from "../mdx/find-links.ts";

/** Every link of the pages and every source of a fact that leads to another site. */
export async function listExternal(
  root: string,
  { blocks, facts }: Pick<CheckedContent, "blocks" | "facts">,
): Promise<ExternalLink[]> {
  const onPages = await Promise.all(
    [...blocks.keys()].map(async (file) => {
      const { links } = findLinks(await readFile(path.join(root, file), "utf8"));
      return links.map((link): ExternalLink => ({ ...link, file }));
    }),
  );
  const cited = [
    ...[...facts.sources.values()],
    ...[...facts.facts.values()].flatMap(({ citation, file, line, column }) =>
      citation === undefined ? [] : [{ url: citation.url, file, line, column }],
    ),
  ].map(({ url, file, line, column }): ExternalLink => ({ url, file, line, column }));
  return [...onPages.flat(), ...cited].filter(({ url }) => /^https?:/.test(url));
}
