import { loadPageModel } from "../docs/load.ts";
import { buildSitemap } from "../docs/sitemap.ts";

/** Every page that search engines may show. */
export async function GET(): Promise<Response> {
  const { pages } = await loadPageModel();
  const paths = [...pages.values()].map(({ path }) => path);
  return new Response(buildSitemap(import.meta.env.SITE, paths), {
    headers: { "content-type": "application/xml" },
  });
}
