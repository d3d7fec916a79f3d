import { pageModel } from "../docs/load.ts";
import { buildSitemap } from "../docs/sitemap.ts";

/** Lists every page that search engines may show. */
export function GET(): Response {
  const paths = [...pageModel.pages.values()].map(({ path }) => path);
  return new Response(buildSitemap(import.meta.env.SITE, paths), {
    headers: { "content-type": "application/xml" },
  });
}
