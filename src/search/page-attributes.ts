/** What the index says of a page besides its text. */
export interface IndexedPage {
  /** Title of its section: shown with a result. */
  readonly section: string;
  /** Whose hue that has. */
  readonly system: "wire" | "log" | "both";
  readonly kind: "page" | "sample";
  /** Words that people search for and the page does not say. */
  readonly aliases?: readonly string[] | undefined;
}

/**
 * Attributes for the `main` of a page that search shall find; a page without them is not in the index.
 *
 * @example <main id="main" {...searchAttributes({ section: "Kafka", system: "log", kind: "page" })}>
 */
export function searchAttributes(page: IndexedPage): Record<string, string> {
  const { section, system, kind, aliases = [] } = page;
  return {
    "data-pagefind-body": "",
    // By reference and not in place: a title may contain a comma. Filters, because "meta" is searched: the word "log"
    // would find every page about the log.
    "data-section": section,
    "data-system": system,
    "data-kind": kind,
    "data-pagefind-filter": "section[data-section], system[data-system], kind[data-kind]",
    ...(aliases.length > 0 && {
      "data-aliases": aliases.join(", "),
      "data-pagefind-meta": "aliases[data-aliases]",
    }),
  };
}
