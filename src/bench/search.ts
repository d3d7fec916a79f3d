import { readdirSync, readFileSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { close, createIndex } from "pagefind";
import { Failure } from "../report/failure.mjs";
import { loadEngine } from "../search/engine.ts";
import { INDEX, type Entry, type PlaceText } from "../search/index-format.ts";
import { search } from "../search/query.ts";
import { startServer } from "../serve/serve.ts";
import { writeAmong } from "./filler.ts";
import { median } from "./measure.ts";

interface Labelled {
  readonly kind: string;
  readonly query: string;
  readonly answers: readonly string[];
  readonly half: "tune" | "report";
}

/** Finds places for a query, and says how many bytes a browser that has nothing yet would load for that. */
interface Side {
  readonly name: string;
  find(query: string): Promise<{ readonly urls: readonly string[]; readonly bytes: number }>;
}

const PLACES = 12;
const QUERIES = path.join("tests", "search", "queries.json");

/**
 * Compares the search of a built site with Pagefind's own ranking of the same sections: the share of the labelled
 * queries whose answer is among the first three, and the median of the bytes.
 *
 * @param filler compares it instead with the same search of the site's pages among so many generated ones
 */
export async function benchSearch(root: string, site: string, filler: number): Promise<void> {
  const index = path.join(site, INDEX);
  const [first = ""] = (
    await readFile(path.join(index, "entry.txt"), "utf8").catch(() => "")
  ).split("\n");
  if (first === "") throw new Failure("bad-option", `${site} has no index. Type: npm run build`);
  const entry: Entry = JSON.parse(first);
  const labelled: readonly Labelled[] = JSON.parse(readFileSync(path.join(root, QUERIES), "utf8"));
  const own = ourSide("ours", (file) => readFile(path.join(index, file), "utf8"));
  if (filler > 0) {
    const files = writeAmong(site, entry, filler);
    const among = ourSide(`among ${filler}`, async (file) => files.get(file) ?? "");
    await compare([own, among], labelled);
    return;
  }
  const folder = path.join(root, ".cache", "bench", "pagefind");
  const server = await startServer({ directory: folder, host: "127.0.0.1", port: 0 });
  try {
    await writePagefind(path.join(index, entry.version), folder);
    await compare([own, await pagefindSide(folder, server.url)], labelled);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function compare(sides: readonly Side[], labelled: readonly Labelled[]): Promise<void> {
  console.log(`kind\thalf\tqueries\t${sides.map(({ name }) => `${name}\tkB`).join("\t")}`);
  for (const [group, own] of Map.groupBy(labelled, ({ kind, half }) => `${kind}\t${half}`)) {
    const figures: string[] = [];
    for (const side of sides) figures.push(...(await measureSide(side, own)));
    console.log([group, own.length, ...figures].join("\t"));
  }
}

async function measureSide(side: Side, queries: readonly Labelled[]): Promise<string[]> {
  let right = 0;
  const bytes: number[] = [];
  for (const { query, answers } of queries) {
    const found = await side.find(query);
    const best = found.urls.slice(0, 3);
    const isRight = best.some((url) => answers.some((answer) => isAt(url, answer)));
    right += Number(answers.length === 0 ? found.urls.length === 0 : isRight);
    bytes.push(found.bytes);
  }
  return [(right / queries.length).toFixed(2), (median(bytes) / 1_000).toFixed(0)];
}

/** Whether a result is an answer; one without an anchor means any heading of its page. */
function isAt(url: string, answer: string): boolean {
  return answer.includes("#") ? url === answer : url.replace(/#.*$/, "") === answer;
}

/** This search, in a new engine for each query. */
function ourSide(name: string, load: (file: string) => Promise<string>): Side {
  return {
    name,
    async find(query) {
      let bytes = 0;
      const engine = await loadEngine(async (file) => {
        const text = await load(file);
        bytes += brotliCompressSync(text).length;
        return text;
      });
      const { results } = await search(query, engine, { places: PLACES });
      return { urls: results.map(({ url }) => url), bytes };
    },
  };
}

/** Writes the same sections as an index of Pagefind's. */
async function writePagefind(sections: string, folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: "en" });
  if (index === undefined) throw new Error(`Pagefind: ${errors.join("\n")}`);
  for (const name of readdirSync(sections).filter((it) => it.endsWith(".json"))) {
    const text: PlaceText = JSON.parse(await readFile(path.join(sections, name), "utf8"));
    const { url, content, title, page } = text;
    await index.addCustomRecord({ url, content, language: "en", meta: { title, page } });
  }
  await index.writeFiles({ outputPath: folder });
  await close();
}

/** Pagefind as it comes, in a new instance for each query. */
async function pagefindSide(folder: string, url: string): Promise<Side> {
  const script = path.join(folder, "pagefind.js");
  const { createInstance } = await import(pathToFileURL(script).href);
  const own = brotliCompressSync(readFileSync(script)).length;
  return {
    name: "Pagefind",
    async find(query) {
      let bytes = own;
      const before = globalThis.fetch;
      globalThis.fetch = async (...request) => {
        const response = await before(...request);
        bytes += (await response.clone().arrayBuffer()).byteLength;
        return response;
      };
      try {
        const instance = createInstance({ basePath: `${url}/`, baseUrl: "/", language: "en" });
        const { results } = await instance.search(query);
        const texts: { url: string }[] = await Promise.all(
          results
            .slice(0, PLACES)
            .map((result: { data(): Promise<{ url: string }> }) => result.data()),
        );
        return { urls: texts.map((text) => text.url), bytes };
      } finally {
        globalThis.fetch = before;
      }
    },
  };
}
