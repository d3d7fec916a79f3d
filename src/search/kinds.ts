/** What a result is, and what it is about. Both are filters of the index. */
import type { Hue } from "../samples/systems.ts";

/** A kind → the word for one and for many of it, in the order of their buttons. */
export const KINDS = {
  page: ["page", "pages"],
  section: ["section", "sections"],
  sample: ["sample", "samples"],
  fact: ["fact", "facts"],
  term: ["term", "terms"],
  symptom: ["symptom", "symptoms"],
} as const;
export type Kind = keyof typeof KINDS;

/** Whose matter a page is. */
export const SUBJECTS = ["gRPC", "Kafka", "Kafka Streams", "both"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** What the sections of a page below its headings are; most are just sections. */
export type HeadingKind = Extract<Kind, "section" | "fact" | "term" | "symptom">;

const OF_SYSTEM: Readonly<Record<Hue | "both", Subject>> = {
  wire: "gRPC",
  log: "Kafka",
  both: "both",
};

/** Whose matter a page or a sample is: of its system, and Kafka Streams has a folder or a page of its name. */
export function subjectOf(system: Hue | "both", slug: string): Subject {
  return /(?:^|\/)kafka-streams(?:\/|$)/.test(slug) ? "Kafka Streams" : OF_SYSTEM[system];
}

/** Whose matter a sample is. A program of Kafka Streams in Java lies beside the other Java programs. */
export function subjectOfSample(
  { id, text }: { readonly id: string; readonly text: string },
  system: Hue | "both",
): Subject {
  return text.includes("StreamsBuilder") ? "Kafka Streams" : subjectOf(system, id);
}

/** What the headings of a page are. */
export function headingKindOf(slug: string): HeadingKind {
  if (slug === "glossary") return "term";
  if (/^symptoms(?:\/|$)/.test(slug)) return "symptom";
  return slug.startsWith("defaults/") ? "fact" : "section";
}

/**
 * The kind of a section of a page.
 *
 * @param page what the index knows of the whole page
 * @param depth of the section's heading: 2 for an h2; 1 for the beginning of a page
 */
export function kindOf(
  page: { readonly kind: string | undefined; readonly headings: string | undefined },
  depth: number,
): Kind {
  if (page.kind === "sample") return "sample";
  if (depth === 1) return "page";
  if (page.headings === "fact") return "fact";
  // The h2 of such a page only divide the list: "A to C".
  const isEntry = depth > 2 && (page.headings === "term" || page.headings === "symptom");
  return isEntry ? (page.headings as Kind) : "section";
}

/** "3 pages, 1 fact" */
export function countKinds(kinds: readonly Kind[]): string {
  return (Object.keys(KINDS) as Kind[])
    .map((kind) => [kind, kinds.filter((own) => own === kind).length] as const)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${KINDS[kind][count === 1 ? 0 : 1]}`)
    .join(", ");
}

/** Reads a subject that a page names. */
export function readSubject(name: string | undefined): Subject {
  return SUBJECTS.find((subject) => subject === name) ?? "both";
}
