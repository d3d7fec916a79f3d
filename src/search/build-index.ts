import { readFileSync } from "node:fs";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { listHtml } from "../disk/list-files.ts";
import { close, createIndex, type PagefindIndex } from "pagefind";
import { ifThere } from "../disk/read-if-there.ts";
import { readAsked } from "./asked.ts";
import { collectWords } from "./collect-words.ts";
import { cutSections, readFragment, type Fragment, type Section } from "./cut-sections.ts";
import { kindOf } from "./kinds.ts";
import { listTerms } from "./list-terms.ts";

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

/**
 * The files that a search loads. The rest of Pagefind's output is a user interface and a worker, which this site does
 * not use.
 */
const NEEDED =
  /^(?:pagefind\.js|pagefind-entry\.json|wasm\.en\.pagefind|pagefind\..+\.pf_meta|(?:fragment|index|filter)\/.+)$/;

/** The file of a built site that says what people ask and which place answers; see `readAsked`. */
const ASKED = "search/asked.txt";
/** The file with the terms of the glossary; see `readTerms`. */
const TERMS = "search/terms.txt";

/**
 * Writes `pagefind/` into the folder of a built site: an index of every page whose `main` has {@link
 * searchAttributes}. The same pages give the same bytes.
 *
 * A search shall find sections and not pages, so there are two indexes: one of the pages, which only says what text
 * they show, and one with a record for each section, which is written.
 *
 * @throws when no page can be indexed, or Pagefind refuses one
 */
export async function buildSearchIndex(output: string): Promise<void> {
  try {
    const pages = await readPages(output);
    const asked = readAskedOf(path.join(output, ASKED));
    const index = await openIndex();
    const texts: string[] = [];
    for (const page of pages) {
      for (const section of cutSections(page)) {
        const { url, title, content } = section;
        const meta = { title, page: page.meta["title"] ?? title, asked: asked.get(url) ?? "" };
        const own = { ...record(page, section), url, content, meta };
        refuse((await index.addCustomRecord(own)).errors);
        texts.push(`${content} ${Object.values(meta).join(" ")}`);
      }
    }
    const folder = path.join(output, "pagefind");
    await writeNeeded(index, folder);
    await writeFile(path.join(folder, "words.txt"), collectWords(texts));
    await mkdir(path.join(output, path.dirname(TERMS)), { recursive: true });
    await writeFile(path.join(output, TERMS), listTerms(pages));
  } finally {
    await close();
  }
}

/** What the record of a section has besides its text. */
function record(
  { filters }: Fragment,
  { depth }: Section,
): { language: string; filters: Record<string, string[]> } {
  const { headings: [headings] = [], ...ofPage } = filters;
  const own = Object.entries(ofPage).map(([name, values]): [string, string[]] => [
    name,
    [...values],
  ]);
  const what = kindOf({ kind: filters["kind"]?.[0], headings }, depth);
  return { language: "en", filters: { ...Object.fromEntries(own), what: [what] } };
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
  const index = await openIndex();
  await addPages(index, output);
  const { files, errors } = await index.getFiles();
  refuse(errors);
  return files
    .filter((file) => file.path.startsWith("fragment/"))
    .map((file) => readFragment(file.content))
    .sort((a, b) => (a.url < b.url ? -1 : 1));
}

/** URL of a place → everything that people ask and that it answers. */
function readAskedOf(file: string): ReadonlyMap<string, string> {
  const text = ifThere(() => readFileSync(file, "utf8")) ?? "";
  const byUrl = Map.groupBy(readAsked(text), ({ url }) => url);
  return new Map(
    [...byUrl].map(([url, own]) => [url, own.map(({ asks }) => asks).join(". ")] as const),
  );
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

async function writeNeeded(index: PagefindIndex, folder: string): Promise<void> {
  const { files, errors } = await index.getFiles();
  refuse(errors);
  for (const file of files.filter(({ path: name }) => NEEDED.test(name))) {
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("\n")}`);
}
