/** What the index says of a page besides its text. */
export interface IndexedPage {
  /** Title of its section: shown with a result. */
  readonly section: string;
  /** Whose hue that has. */
  readonly system: "wire" | "log" | "both";
  readonly kind: "page" | "sample";
}

/**
 * Attributes for the `main` of a page that search shall find; a page without them is not in the index.
 *
 * @example <main id="main" {...searchAttributes({ section: "Kafka", system: "log", kind: "page" })}>
 */
export function searchAttributes({ section, system, kind }: IndexedPage): Record<string, string> {
  return {
    "data-pagefind-body": "",
    // By reference and not in place: a title may contain a comma.
    "data-section": section,
    "data-system": system,
    "data-kind": kind,
    "data-pagefind-meta": "section[data-section], system[data-system]",
    "data-pagefind-filter": "section[data-section], system[data-system], kind[data-kind]",
  };
}
