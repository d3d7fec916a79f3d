/** Allows everything. The file is generated because the sitemap's address depends on where the site is served. */
export function GET(): Response {
  return new Response(`User-agent: *\nAllow: /\n\nSitemap: ${import.meta.env.SITE}/sitemap.xml\n`);
}
