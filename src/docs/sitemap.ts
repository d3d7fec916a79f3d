/**
 * A sitemap of canonical URLs, in alphabetical order.
 *
 * @param paths such as "/" and "/samples/"; duplicates count once
 */
export function buildSitemap(site: string, paths: readonly string[]): string {
  const urls = [...new Set(paths)].sort().map((path) => new URL(path, site).href);
  const escape = (url: string): string => url.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...urls.map((url) => `<url><loc>${escape(url)}</loc></url>`),
    `</urlset>`,
    "",
  ].join("\n");
}
