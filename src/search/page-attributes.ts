import type { PageData } from "../docs/page-model.ts";
import type { Hue } from "../samples/systems.ts";

/** What the index knows about a page besides its text. */
export interface IndexedPage {
  /** The page's name in the navigation, since its h1 may be a whole sentence. */
  readonly title: string;
  /** The title of its section, shown with a result. */
  readonly section: string;
  /** The hue of its section. */
  readonly system: Hue | "both";
  readonly kind: "page" | "sample";
}

/** The index's data for a page of the navigation. */
export function indexedPage({ title, section }: PageData): IndexedPage {
  return { title, section: section.title, system: section.system, kind: "page" };
}

/**
 * Attributes for the `main` of a page that search should find. Pages without them are not in the index.
 *
 * @example <main id="main" {...searchAttributes({ title, section: "Kafka", system: "log", kind: "page" })}>
 */
export function searchAttributes(page: IndexedPage): Record<string, string> {
  const { title, section, system, kind } = page;
  return {
    "data-pagefind-body": "",
    // Passed as attributes of their own, because a title may contain a comma.
    "data-title": title,
    "data-section": section,
    "data-system": system,
    "data-kind": kind,
    "data-pagefind-meta": "title[data-title]",
    // Filters instead of "meta", because meta is searched: the word "log" would find every page with that hue.
    "data-pagefind-filter": "section[data-section], system[data-system], kind[data-kind]",
  };
}
