import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { listHtml } from "../disk/list-files.ts";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { ifThere } from "../disk/read-if-there.ts";
import { readAsked, type Asked } from "./asked.ts";
import { cutSections, readFragment, type Fragment } from "./cut-sections.ts";
import { INDEX } from "./index-format.ts";
import { kindOf, readSubject } from "./kinds.ts";
import { listTerms } from "./list-terms.ts";
import { readComplaints, readNames } from "./read-names.ts";
import { writeIndex, type IndexedSection } from "./write-index.ts";

/** Parts of a page that nobody looks for on that page. */
const UNINDEXED = [
  "svg",
  "sup",
  ".note-number",
  ".place",
  ".twin",
  ".example-row",
  ".neighbours",
  // Every sample has a page of its own.
  ".catalogue",
  // No spaces follow these, so the index would join a label and its cell to "streamingYes".
  "thead",
  ".cell-label",
  ".code-bar",
  // Folded away above an excerpt, and indexed with the sample's own page.
  ".code-imports",
  // The same words stand on every sample's page.
  ".sample-page > h2",
  ".sample-page > ul",
  ".sample-page > pre",
  ".sample-page > .caption",
];

/** The file of a built site that says what people ask and which place answers; see `readAsked`. */
const ASKED = "search/asked.txt";
/** The file with the terms of the glossary; see `readTerms`. */
const TERMS = "search/terms.txt";

/**
 * Writes `search/index/` into the folder of a built site: an index of every page whose `main` has {@link
 * searchAttributes}. The same pages give the same bytes. Pagefind reads the pages; see `index-format.ts` for the files.
 *
 * @throws when no page can be indexed, or Pagefind refuses one
 */
export async function buildSearchIndex(output: string): Promise<void> {
  const pages = await readPages(output);
  const { names, complaints } = await readNamesOf(output, pages);
  const asked = [...readAskedOf(path.join(output, ASKED)), ...complaints];
  const records = listSections(pages, groupAsked(asked), names);
  for (const [file, text] of writeIndex(records)) {
    const target = path.join(output, INDEX, file);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  await writeFile(path.join(output, TERMS), listTerms(pages));
}

/** The sections of all pages, then those of all samples. */
function listSections(
  pages: readonly Fragment[],
  asked: ReadonlyMap<string, readonly string[]>,
  names: ReadonlyMap<string, readonly string[]>,
): IndexedSection[] {
  const sections = pages.flatMap((page) => {
    const [kind, headings, subject, section = "", system = "both"] = [
      ...["kind", "headings", "subject", "section", "system"],
    ].map((it) => page.filters[it]?.[0]);
    return cutSections(page).map(({ url, title, above, depth, content }): IndexedSection => ({
      kind: kindOf({ kind, headings }, depth),
      subject: readSubject(subject),
      text: { url, title, page: page.meta["title"] ?? title, section, system, content },
      above,
      asked: asked.get(url) ?? [],
      names: names.get(url) ?? [],
      askedOfPage: url === page.url ? [] : (asked.get(page.url) ?? []),
    }));
  });
  return [
    ...sections.filter(({ kind }) => kind !== "sample"),
    ...sections.filter(({ kind }) => kind === "sample"),
  ];
}

async function openIndex(): Promise<PagefindIndex> {
  const { index, errors } = await createIndex({
    // All pages share one stemmer and one index, whatever language a page declares.
    forceLanguage: "en",
    excludeSelectors: UNINDEXED,
  });
  refuse(errors);
  if (index === undefined) throw new Error("Pagefind made no index and gave no reason.");
  return index;
}

/** What Pagefind reads from the pages, sorted by URL, because an index numbers its records in order of arrival. */
async function readPages(output: string): Promise<Fragment[]> {
  try {
    const index = await openIndex();
    await addPages(index, output);
    const { files, errors } = await index.getFiles();
    refuse(errors);
    return files
      .filter((file) => file.path.startsWith("fragment/"))
      .map((file) => readFragment(file.content))
      .sort((a, b) => (a.url < b.url ? -1 : 1));
  } finally {
    await close();
  }
}

interface Named {
  /** URL of a place → what it names, for pages that are no samples. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** The complaints that pages of symptoms list, which are asked of the sections that explain them. */
  readonly complaints: readonly Asked[];
}

async function readNamesOf(output: string, pages: readonly Fragment[]): Promise<Named> {
  const names = new Map<string, readonly string[]>();
  const complaints: Asked[] = [];
  for (const { url, filters } of pages) {
    if (filters["kind"]?.[0] !== "page") continue;
    const file = path.join(output, url.endsWith("/") ? `${url}index.html` : url);
    const html = await readFile(file, "utf8");
    for (const [id, own] of readNames(html)) names.set(id === "" ? url : `${url}#${id}`, own);
    if (filters["headings"]?.[0] === "symptom") complaints.push(...readComplaints(html));
  }
  return { names, complaints };
}

function readAskedOf(file: string): Asked[] {
  return readAsked(ifThere(() => readFileSync(file, "utf8")) ?? "");
}

/** URL of a place → everything that people ask and that it answers. */
function groupAsked(asked: readonly Asked[]): ReadonlyMap<string, readonly string[]> {
  const byUrl = Map.groupBy(asked, ({ url }) => url);
  return new Map([...byUrl].map(([url, own]) => [url, own.map(({ asks }) => asks)] as const));
}

/** Adds pages one after another. */
async function addPages(index: PagefindIndex, output: string): Promise<void> {
  let added = 0;
  for (const file of listHtml(output)) {
    const content = await readFile(path.join(output, file), "utf8");
    if (!content.includes("data-pagefind-body")) continue;
    const url = `/${file.replace(/(^|\/)index\.html$/, "$1")}`;
    refuse((await index.addHTMLFile({ url, content })).errors);
    added += 1;
  }
  if (added === 0) {
    throw new Error(
      `No page in ${output} can be searched: none has the attribute data-pagefind-body.\n` +
        "Give the main element of each page that search shall find: {...searchAttributes({ … })}",
    );
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("\n")}`);
}
