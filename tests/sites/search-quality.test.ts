import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAsked, type Asked } from "../../src/search/asked.ts";
import { META_WEIGHTS } from "../../src/search/engine.ts";
import { search, type Engine } from "../../src/search/query.ts";
import { readFragment } from "../../src/search/cut-sections.ts";
import { areForms, cutWords } from "../../src/search/words.ts";
import { Vocabulary } from "../../src/search/vocabulary.ts";
import { builtSite, serveBuiltSite } from "./built-site.ts";

/**
 * How well the search answers: queries with the places where a reader would be content to land, written from the pages
 * and never from what a search returned. The half "tune" is for trying things out; this test reports on the other.
 */
interface Labelled {
  readonly kind: string;
  readonly query: string;
  readonly answers: readonly string[];
  readonly half: "tune" | "report";
}
const file = path.join(import.meta.dirname, "..", "search", "queries.json");
const labelled: readonly Labelled[] = JSON.parse(readFileSync(file, "utf8"));

/** The least share of each kind that has its answer among the first three results. */
const FLOORS: Readonly<Record<string, number>> = {
  identifier: 0.92,
  typo: 0.95,
  question: 0.7,
  synonym: 0.12,
  error: 0.9,
  title: 0.7,
  nothing: 0.6,
};

/** Words of less weight stand in most sections: "the", "kafka". */
const COMMON = 1.2;

let site: Awaited<ReturnType<typeof serveBuiltSite>>;
let engine: Engine;
let vocabulary: Vocabulary;
let asked: readonly Asked[];
beforeAll(async () => {
  site = await serveBuiltSite();
  const pagefind = await import(pathToFileURL(path.join(builtSite, "pagefind/pagefind.js")).href);
  engine = pagefind.createInstance({
    basePath: `${site.url}/pagefind/`,
    baseUrl: "/",
    language: "en",
    ranking: { metaWeights: META_WEIGHTS },
  });
  vocabulary = new Vocabulary(readFileSync(path.join(builtSite, "pagefind/words.txt"), "utf8"));
  asked = readAsked(readFileSync(path.join(builtSite, "search/asked.txt"), "utf8"));
});
afterAll(() => site.close());

test.each(Object.entries(FLOORS))("%s: at least %d in the first three", async (kind, floor) => {
  const aliases = new Set(asked.map(({ asks }) => asks.toLowerCase()));
  const queries = labelled.filter(
    (it) => it.kind === kind && it.half === "report" && !aliases.has(it.query.toLowerCase()),
  );
  const ranks: number[] = [];
  for (const { query, answers } of queries) {
    const { results } = await search(query, engine, { vocabulary, asked, places: 12 });
    const urls = results.map(({ url }) => url);
    ranks.push(
      answers.length === 0
        ? Number(urls.length === 0)
        : urls.findIndex((url) => answers.some((answer) => isAt(url, answer))) + 1,
    );
  }
  const share = ranks.filter((rank) => rank > 0 && rank <= 3).length / ranks.length;
  const mrr = ranks.reduce((sum, rank) => sum + (rank === 0 ? 0 : 1 / rank), 0) / ranks.length;
  console.log(
    `${kind}: ${ranks.length} queries, ${share.toFixed(2)} in three, MRR ${mrr.toFixed(2)}`,
  );
  expect(share).toBeGreaterThanOrEqual(floor);
});

test("each alias of a heading shares a word with its section that says something", () => {
  const index = path.join(builtSite, "pagefind/fragment");
  const sections = new Map(
    readdirSync(index).map((name) => {
      const { url, content, meta } = readFragment(readFileSync(path.join(index, name)));
      return [url, cutWords(`${content} ${meta["page"] ?? ""}`)] as const;
    }),
  );
  const strange = asked.filter(({ url, words }) => {
    if (!url.includes("#")) return false;
    const section = sections.get(url) ?? [];
    return !words
      .filter((word) => vocabulary.weightOf(word) > COMMON)
      .some((word) => section.some((own) => areForms(word, own)));
  });
  expect(strange.map(({ url, asks }) => `${url} ${asks}`)).toEqual([]);
});

/** Whether a result is an answer; one without an anchor means any heading of its page. */
function isAt(url: string, answer: string): boolean {
  return answer.includes("#") ? url === answer : url.replace(/#.*$/, "") === answer;
}
