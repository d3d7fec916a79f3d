import type { Asked } from "./asked.ts";

const PLACES =
  /<h[1-6]\b[^>]*\sid="([^"]+)"|<a class="said"[^>]*>(.*?)<\/a>|<th\b[^>]*\sscope="row"[^>]*>(.*?)<\/th>/gs;
const LABELS = /<span class="cell-label".*?<\/span>/gs;
const ENTITIES: Readonly<Record<string, string>> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", "#x27": "'", nbsp: " " },
};

/**
 * What each section of a page names, besides its heading: words that a program printed, and the first cells of its
 * tables, which are settings, errors and complaints. The key is the heading's id, or empty for the beginning.
 */
export function readNames(html: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  let heading = "";
  for (const [, id, said, cell] of html.matchAll(PLACES)) {
    const text = toText(said ?? cell ?? "");
    if (id !== undefined) heading = id;
    else if (text !== "") names.set(heading, [...(names.get(heading) ?? []), text]);
  }
  return names;
}

const ROWS = /<th\b[^>]*\sscope="row"[^>]*>(.*?)<\/th>(.*?)<\/tr>/gs;
/** A link to a section of a page that explains. */
const EXPLAINED = /\shref="(\/(?!samples\/|glossary\/)[^"#]*#[^"]+)"/;

/** The complaints in the tables of a page of symptoms, each with the section that its row links to first. */
export function readComplaints(html: string): Asked[] {
  return [...html.matchAll(ROWS)].flatMap(([, cell = "", rest = ""]) => {
    const [, url] = EXPLAINED.exec(rest) ?? [];
    return url === undefined ? [] : [{ url, asks: toText(cell) }];
  });
}

function toText(html: string): string {
  return html
    .replace(LABELS, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&(#?\w+);/g, (entity, name: string) => ENTITIES[name] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}
