import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { listHtml } from "../disk/list-files.ts";
import { collectWords } from "./collect-words.ts";
import { close, createIndex, type PagefindIndex } from "pagefind";

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

/**
 * Writes `pagefind/` into the folder of a built site: an index of every page whose `main` has {@link
 * searchAttributes}. The same pages give the same bytes.
 *
 * @throws when no page can be indexed, or Pagefind refuses one
 */
export async function buildSearchIndex(output: string): Promise<void> {
  const { index, errors } = await createIndex({
    // All pages share one stemmer and one index, whatever language a page declares.
    forceLanguage: "en",
    excludeSelectors: UNINDEXED,
  });
  refuse(errors);
  if (index === undefined) throw new Error("Pagefind made no index and gave no reason.");
  try {
    await addPages(index, output);
    await writeNeeded(index, path.join(output, "pagefind"));
  } finally {
    await close();
  }
}

/** Adds pages one after another and sorted, because the index numbers pages in order of arrival. */
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
  const fragments = files.filter(({ path: name }) => name.startsWith("fragment/"));
  await writeFile(path.join(folder, "words.txt"), collectWords(fragments.map((it) => it.content)));
}

function refuse(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join("\n")}`);
}
