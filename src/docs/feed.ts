import type { PageData } from "./page-model.ts";

/**
 * An Atom feed of the pages, those that changed last first. The dates are those of the pages' front matter, so that
 * the same content gives the same feed.
 */
export function buildFeed(
  site: string,
  pages: readonly Pick<PageData, "slug" | "title" | "lead" | "path" | "changed">[],
): string {
  const url = (path: string): string => new URL(path, site).href;
  const sorted = [...pages].sort(
    (a, b) => b.changed.localeCompare(a.changed) || a.path.localeCompare(b.path),
  );
  const entries = sorted.flatMap((page) => [
    "<entry>",
    `<title>${escape(page.title)}</title>`,
    `<link href="${escape(url(page.path))}"/>`,
    `<id>${escape(url(page.path))}</id>`,
    `<updated>${page.changed}T00:00:00Z</updated>`,
    `<summary>${escape(page.lead)}</summary>`,
    "</entry>",
  ]);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom">`,
    `<title>Wire &amp; Log: changed pages</title>`,
    `<author><name>The Wire &amp; Log authors</name></author>`,
    `<id>${escape(url("/"))}</id>`,
    `<link rel="self" href="${escape(url("/changes.xml"))}"/>`,
    `<updated>${sorted[0]?.changed ?? "1970-01-01"}T00:00:00Z</updated>`,
    ...entries,
    `</feed>`,
    "",
  ].join("\n");
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
