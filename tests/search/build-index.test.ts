import { mkdtemp, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSearchIndex } from "../../src/search/build-index.ts";
import { searchAttributes, type IndexedPage } from "../../src/search/page-attributes.ts";
import { loadEngine } from "../../src/search/engine.ts";
import { kindAt, subjectAt } from "../../src/search/index-format.ts";
import { search, type Answer, type Engine } from "../../src/search/query.ts";
import { readTerms } from "../../src/search/terms.ts";

const page = (indexed: IndexedPage | undefined, body: string): string => {
  const attributes = Object.entries(indexed ? searchAttributes(indexed) : {});
  const written = attributes.map(([name, value]) => ` ${name}="${value}"`).join("");
  return `<!doctype html><html lang="en"><head><title>x</title></head><body><nav>navigating</nav><main${written}>${body}</main></body></html>`;
};

const pages = {
  "consuming/index.html": page(
    {
      title: "Consuming",
      section: "Kafka, the log",
      system: "log",
      kind: "page",
    },
    `<h1>Consuming</h1><p>A consumer reads at its own pace.<sup>1</sup></p>
     <h2 id="the-commit"><a href="#the-commit">The commit</a></h2>
     <p>The commit is a bookmark, of type <code>Promise&lt;void&gt;</code>.</p>
     <h2 id="a-crash"><a href="#a-crash">A crash</a></h2><p>Whoever takes over reads on from the bookmark.</p>
     <table><thead><tr><th>Heading</th></tr></thead><tbody><tr><td><span class="cell-label">Label</span>Cell</td></tr></tbody></table>
     <svg><text>drawn</text></svg>`,
  ),
  "server-streaming/index.html": page(
    { title: "Server streaming", section: "gRPC streaming", system: "wire", kind: "page" },
    `<h1>Server streaming</h1><p>One call, many answers.</p>
     <figure><figcaption class="code-bar">orders.ts</figcaption><details class="code-imports">imported</details>
     <pre><code><span>call.write(event);\n</span><span>await drain;</span></code></pre></figure>`,
  ),
  "samples/modes/cancel-a-call/index.html": page(
    { title: "modes/cancel-a-call.ts", section: "Samples", system: "wire", kind: "sample" },
    `<article class="sample-page"><h1>cancel-a-call.ts</h1><p class="lead">Leave the loop.</p>
     <h2 id="run-it">Run it</h2><ul><li>neighbour</li></ul></article>`,
  ),
  "glossary/index.html": page(
    { title: "Glossary", section: "Reference", system: "both", kind: "page", headings: "term" },
    `<h1>Glossary</h1><p>Words.</p><h2 id="m-to-o"><a href="#m-to-o">M to O</a></h2>
     <h3 id="min-isr"><a href="#min-isr">min.insync.replicas</a></h3>
     <p>The setting min.insync.replicas is a <a href="/">floor</a>. It is no promise.</p>`,
  ),
  "search/index.html": page(undefined, "<h1>Search</h1><p>bookmark</p>"),
};

let folder = "";
let engine: Engine | undefined;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "search-"));
  for (const site of ["one", "another/deep"]) {
    const output = path.join(folder, site);
    for (const [file, html] of Object.entries(pages)) {
      await mkdir(path.dirname(path.join(output, file)), { recursive: true });
      await writeFile(path.join(output, file), html);
    }
    await writeFile(
      path.join(output, "search/asked.txt"),
      "/consuming/#a-crash\tautocommit lost my messages\n",
    );
    await buildSearchIndex(output);
  }
  const index = path.join(folder, "one/search/index");
  engine = await loadEngine((file) => readFile(path.join(index, file), "utf8"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const ask = async (query: string): Promise<Answer> => {
  if (engine === undefined) throw new Error("There is no index.");
  return search(query, engine, { places: 6 });
};
const urls = async (query: string): Promise<string[]> =>
  (await ask(query)).results.map(({ url }) => url);

test("a result opens at the heading whose text has the word", async () => {
  const { results } = await ask("bookmark");
  expect(results.map(({ url, title }) => [url, title])).toEqual([
    ["/consuming/#the-commit", "The commit"],
    ["/consuming/#a-crash", "A crash"],
  ]);
  expect(results[0]).toMatchObject({ page: "Consuming", section: "Kafka, the log", system: "log" });
});

test("the excerpt marks what was found, and types in it stay text", async () => {
  const { results } = await ask("bookmark");
  const excerpt = results[0]?.excerpt ?? [];
  expect(excerpt.find(({ isMatch }) => isMatch)?.text).toBe("bookmark");
  expect(excerpt.map(({ text }) => text).join("")).toContain(
    "is a bookmark, of type Promise<void>.",
  );
});

test("code is found", async () => {
  expect(await urls("drain")).toEqual(["/server-streaming/"]);
});

test("a sample is found by the name of its file", async () => {
  expect((await urls("cancel-a-call.ts"))[0]).toBe("/samples/modes/cancel-a-call/");
});

test("the index knows of each section what it is, and whose matter", async () => {
  if (engine === undefined) throw new Error("There is no index.");
  const { entry, textOf } = engine;
  const numbers = Array.from({ length: entry.sections }, (_, number) => number);
  const listed = await Promise.all(
    numbers.map(async (number) => {
      const { url } = await textOf(number);
      return [url, kindAt(entry, number), subjectAt(entry, number)];
    }),
  );
  expect(listed).toEqual([
    ["/consuming/", "page", "Kafka"],
    ["/consuming/#the-commit", "section", "Kafka"],
    ["/consuming/#a-crash", "section", "Kafka"],
    ["/glossary/", "page", "both"],
    ["/glossary/#m-to-o", "section", "both"],
    ["/glossary/#min-isr", "term", "both"],
    ["/server-streaming/", "page", "gRPC"],
    ["/samples/modes/cancel-a-call/", "sample", "gRPC"],
  ]);
  expect((await ask("floor")).results).toMatchObject([
    { kind: "term", text: expect.stringContaining("It is no promise.") },
  ]);
});

test("the terms are listed with their first sentence", async () => {
  expect(readTerms(await readFile(path.join(folder, "one/search/terms.txt"), "utf8"))).toEqual([
    {
      url: "/glossary/#min-isr",
      name: "min.insync.replicas",
      sentence: "The setting min.insync.replicas is a floor.",
    },
  ]);
});

test("what people ask finds the place that answers", async () => {
  expect(await urls("autocommit")).toEqual(["/consuming/#a-crash"]);
});

test.each([
  "navigating",
  "drawn",
  "Heading",
  "Label",
  "imported",
  "orders.ts",
  "neighbour",
  "wire",
])("%s is page furniture and finds nothing", async (word) => {
  expect(await urls(`"${word}"`)).toEqual([]);
});

test("a page without the attributes is not in the index", async () => {
  expect(await urls("Search")).toEqual([]);
});

test("what a search loads is written", async () => {
  const files = await listFiles(path.join(folder, "one/search/index"));
  const kinds = new Set(
    files.map((file) => file.replace(/^[\da-f]{10}\//, "…/").replace(/\d+/, "n")),
  );
  expect([...kinds].sort()).toEqual(["entry.txt", "…/n.txt", "…/tn.json"]);
});

test("the same pages give the same bytes, wherever they are", async () => {
  const one = await readFiles(path.join(folder, "one/search/index"));
  const another = await readFiles(path.join(folder, "another/deep/search/index"));
  expect([...one.keys()]).toEqual([...another.keys()]);
  for (const [file, bytes] of one) expect(another.get(file)?.equals(bytes), file).toBe(true);
});

test("a site without a page to find is refused", async () => {
  const output = path.join(folder, "empty");
  await mkdir(output);
  await writeFile(path.join(output, "index.html"), page(undefined, "<h1>Nothing</h1>"));
  await expect(buildSearchIndex(output)).rejects.toThrow("data-pagefind-body");
});

async function listFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"),
    )
    .sort();
}

async function readFiles(directory: string): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const file of await listFiles(directory)) {
    files.set(file, await readFile(path.join(directory, file)));
  }
  return files;
}
