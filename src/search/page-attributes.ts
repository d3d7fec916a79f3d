import type { PageData } from "../docs/page-model.ts";
import type { Hue } from "../samples/systems.ts";
import { headingKindOf, subjectOf, type HeadingKind, type Subject } from "./kinds.ts";

/** What the index knows about a page besides its text. */
export interface IndexedPage {
  /** The page's name in the navigation, since its h1 may be a whole sentence. */
  readonly title: string;
  /** The title of its section, shown with a result. */
  readonly section: string;
  /** The hue of its section. */
  readonly system: Hue | "both";
  readonly kind: "page" | "sample";
  /** Whose matter it is; by default that of its hue. */
  readonly subject?: Subject;
  /** What the sections below its headings are. */
  readonly headings?: HeadingKind;
}

/** The index's data for a page of the navigation. */
export function indexedPage({ title, section, slug, system }: PageData): IndexedPage {
  return {
    title,
    section: section.title,
    system: section.system,
    kind: "page",
    // Of the page itself: a section such as Reference has pages about either system.
    subject: subjectOf(system, slug),
    headings: headingKindOf(slug),
  };
}

/**
 * Attributes for the `main` of a page that search should find. Pages without them are not in the index.
 *
 * @example <main id="main" {...searchAttributes({ title, section: "Kafka", system: "log", kind: "page" })}>
 */
export function searchAttributes(page: IndexedPage): Record<string, string> {
  const { title, section, system, kind, subject, headings = "section" } = page;
  return {
    "data-pagefind-body": "",
    // Passed as attributes of their own, because a title may contain a comma.
    "data-title": title,
    "data-section": section,
    "data-system": system,
    "data-kind": kind,
    "data-subject": subject ?? subjectOf(system, ""),
    "data-headings": headings,
    "data-pagefind-meta": "title[data-title]",
    // Filters instead of "meta", because meta is searched: the word "log" would find every page with that hue.
    "data-pagefind-filter":
      "section[data-section], system[data-system], kind[data-kind], subject[data-subject], headings[data-headings]",
  };
}
