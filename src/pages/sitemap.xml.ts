import { samples } from "virtual:checked/samples";
import { pageModel } from "../docs/load.ts";
import { ALL_PAGES, sectionsWithPage } from "../docs/section-pages.ts";
import { buildSitemap } from "../docs/sitemap.ts";
import { pagePath } from "../mdx/page.ts";
import { folderPath, groupByFolder } from "../samples/folders.ts";

/** Lists every page that search engines may show. */
export function GET(): Response {
  const paths = [
    ...[...pageModel.pages.values()].map(({ path }) => path),
    ...sectionsWithPage(pageModel).map(({ slug }) => pagePath(slug)),
    ALL_PAGES,
    ...[...groupByFolder(samples).keys()].map(folderPath),
    "/colophon/",
  ];
  return new Response(buildSitemap(import.meta.env.SITE, paths), {
    headers: { "content-type": "application/xml" },
  });
}
