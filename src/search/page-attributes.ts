import type { PageData } from "../docs/page-model.ts";

/** What the index says of a page besides its text. */
export interface IndexedPage {
  /** Its name in the navigation; an h1 may be a whole sentence. */
  readonly title: string;
  /** Title of its section: shown with a result. */
  readonly section: string;
  /** Whose hue that has. */
  readonly system: "wire" | "log" | "both";
  readonly kind: "page" | "sample";
  /** Words that people search for and the page does not say. */
  readonly aliases?: readonly string[] | undefined;
}

/** What the index says of a page of the navigation. */
export function indexedPage({ title, section, aliases }: PageData): IndexedPage {
  return { title, section: section.title, system: section.system, kind: "page", aliases };
}

/**
 * Attributes for the `main` of a page that search shall find; a page without them is not in the index.
 *
 * @example <main id="main" {...searchAttributes({ title, section: "Kafka", system: "log", kind: "page" })}>
 */
export function searchAttributes(page: IndexedPage): Record<string, string> {
  const { title, section, system, kind, aliases = [] } = page;
  const hasAliases = aliases.length > 0;
  return {
    "data-pagefind-body": "",
    // By reference and not in place: a title may contain a comma.
    "data-title": title,
    "data-section": section,
    "data-system": system,
    "data-kind": kind,
    ...(hasAliases && { "data-aliases": aliases.join(", ") }),
    "data-pagefind-meta": `title[data-title]${hasAliases ? ", aliases[data-aliases]" : ""}`,
    // Filters and not "meta", which is searched: the word "log" would find every page about the log.
    "data-pagefind-filter": "section[data-section], system[data-system], kind[data-kind]",
  };
}
