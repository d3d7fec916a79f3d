import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { readAsked } from "../../src/search/asked.ts";
import { loadEngine } from "../../src/search/engine.ts";
import { INDEX, type PlaceText } from "../../src/search/index-format.ts";
import { search } from "../../src/search/query.ts";
import { readQuery } from "../../src/search/read-query.ts";
import { readNames } from "../../src/search/read-names.ts";
import { areForms, cutWords } from "../../src/search/words.ts";
import { builtSite } from "./built-site.ts";

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

/**
 * The least share of each kind that has its answer among the first three results. A query about what the site has not
 * is answered when nothing is found, or when the words are named that no page has.
 */
const FLOORS: Readonly<Record<string, number>> = {
  identifier: 0.95,
  typo: 0.95,
  question: 0.8,
  synonym: 0.6,
  error: 0.95,
  title: 0.8,
  nothing: 0.9,
};

/** The least shares of Symptoms' lines that find their entry. */
const SYMPTOMS_FIRST = 0.9;
const SYMPTOMS_IN_THREE = 0.98;
/** Words of less weight stand in most sections: "the", "kafka". */
const COMMON = 0.8;

const index = path.join(builtSite, INDEX);
const engine = await loadEngine((name) => readFile(path.join(index, name), "utf8"));
const { vocabulary } = engine;
const asked = readAsked(readFileSync(path.join(builtSite, "search/asked.txt"), "utf8"));
const find = async (query: string): Promise<string[]> =>
  (await search(query, engine, { places: 12 })).results.map(({ url }) => url);

test.each(Object.entries(FLOORS))("%s: at least %d in the first three", async (kind, floor) => {
  const aliases = new Set(asked.map(({ asks }) => asks.toLowerCase()));
  const queries = labelled.filter(
    (it) => it.kind === kind && it.half === "report" && !aliases.has(it.query.toLowerCase()),
  );
  const ranks: number[] = [];
  for (const { query, answers } of queries) {
    const { results, missing } = await search(query, engine, { places: 12 });
    const urls = results.map(({ url }) => url);
    ranks.push(
      answers.length === 0
        ? Number(urls.length === 0 || missing.length > 0)
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
  const folder = path.join(index, engine.entry.version);
  const sections = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith(".json"))
      .map((name) => {
        const text: PlaceText = JSON.parse(readFileSync(path.join(folder, name), "utf8"));
        return [text.url, cutWords(`${text.content} ${text.page}`)] as const;
      }),
  );
  const strange = asked.filter(({ url, asks }) => {
    if (!url.includes("#")) return false;
    const section = sections.get(url) ?? [];
    return !cutWords(asks)
      .filter((word) => vocabulary.weightOf(word) > COMMON)
      .some((word) => section.some((own) => areForms(word, own)));
  });
  expect(strange.map(({ url, asks }) => `${url} ${asks}`)).toEqual([]);
});

/** A client in the first cell of a table is no error. */
const CLIENT = /^@?[a-z]+(?:\/[a-z]+)?$/;
/** A line of fewer words tells nothing once its numbers and addresses are gone: "Connection to 127.0.0.1:9092 failed." */
const LEAST_WORDS = 2;

/** What programs print, as Symptoms has it, with the entry that explains it. */
const said = ["/symptoms/", "/symptoms/kafka/"].flatMap((page) => {
  const html = readFileSync(path.join(builtSite, page, "index.html"), "utf8");
  const entries = [...html.matchAll(/<h3 id="([^"]+)">/g)].map(([, id = ""]) => id);
  const names = readNames(html);
  return entries.flatMap((id) =>
    (names.get(id) ?? [])
      .filter((text) => !CLIENT.test(text))
      .map((text) => ({ text, url: `${page}#${id}` })),
  );
});
test("each error text of Symptoms finds its entry, whatever is particular to a reader", async () => {
  const lines = said.filter(({ text }) => readQuery(text, vocabulary).terms.length >= LEAST_WORDS);
  expect(lines.length).toBeGreaterThan(30);
  const variants = lines.flatMap(({ text, url }) => varied(text).map((line) => ({ line, url })));
  const first: boolean[] = [];
  const lost: string[] = [];
  for (const { line, url } of variants) {
    const urls = await find(line);
    first.push(urls[0] === url);
    if (!urls.slice(0, 3).includes(url)) lost.push(`${url} ${line}`);
  }
  const share = (wanted: number): string => (wanted / variants.length).toFixed(2);
  console.log(
    `Symptoms: ${variants.length} lines, ${share(first.filter(Boolean).length)} first, ` +
      `${share(variants.length - lost.length)} in three; not in three:\n${lost.join("\n")}`,
  );
  expect(first.filter(Boolean).length / variants.length).toBeGreaterThanOrEqual(SYMPTOMS_FIRST);
  expect(1 - lost.length / variants.length).toBeGreaterThanOrEqual(SYMPTOMS_IN_THREE);
});

/** A line as it is, with other ports, sizes and addresses, and inside of what a program prints around it. */
function varied(text: string): string[] {
  const other = text
    .replace(/\d{4,}/g, (digits) => String(Number(digits) + 7))
    .replace(/127\.0\.0\.1/g, "10.42.7.19");
  return [
    text,
    other,
    `2026-11-30T09:15:02.113Z [worker-3] Error: ${other}\n    at callErrorFromStatus (/srv/app/node_modules/x/build/src/call.js:32:19)\n    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`,
  ];
}

test.each(["xkqzvwpt", "flurbix glorpnak", "soap wsdl"])("%s finds nothing", async (query) => {
  const { results, missing } = await search(query, engine, { places: 12 });
  expect(results).toEqual([]);
  expect(missing).toEqual(query.split(" "));
});

test.each([
  ["redis streams", ["redis"]],
  ["graphql subscription", ["graphql"]],
])("%s: says that no page has %j", async (query, words) => {
  const { results, missing } = await search(query, engine, { places: 12 });
  expect(missing).toEqual(words);
  expect(results.length).toBeGreaterThan(0);
});

/** Whether a result is an answer; one without an anchor means any heading of its page. */
function isAt(url: string, answer: string): boolean {
  return answer.includes("#") ? url === answer : url.replace(/#.*$/, "") === answer;
}
