import { expect, test } from "vitest";
import { readAsked } from "../../src/search/asked.ts";
import {
  listPlaces,
  normaliseQuery,
  rankPages,
  search,
  type Engine,
  type FoundPage,
  type PageText,
  type SubResult,
} from "../../src/search/query.ts";
import { Vocabulary } from "../../src/search/vocabulary.ts";

const vocabulary = new Vocabulary("100\nbookmark 4\ncommit 20\ndeadline 10\nlost 30\noffset 20");
const asked = readAsked(
  "/consuming/#the-crash\tlost offset and deadline of a bookmark\n/consuming/\twhat is a consumer",
);
const options = { vocabulary, asked, pages: 6 };

const place = (title: string, url: string, score = 1): SubResult => ({
  title,
  url,
  excerpt: `${title}. Some <mark>words</mark>`,
  weighted_locations: [{ balanced_score: score }],
});

const consuming = (sub_results: readonly SubResult[]): PageText => ({
  url: "/consuming/",
  excerpt: "A page’s <mark>commits</mark>",
  meta: { title: "Consuming without loss" },
  filters: { section: ["Guaranteed delivery"], system: ["log"] },
  sub_results,
});

/** Finds as many pages as it is told, for each term the same ones, and counts how many of them are loaded. */
function fakeEngine(
  pages: number,
  text: PageText = consuming([place("The commit", "/consuming/#the-commit")]),
): Engine & { asked: string[]; loaded: Set<string> } {
  const engine = {
    asked: [] as string[],
    loaded: new Set<string>(),
    async search(terms: string, { filters }: { filters: Readonly<Record<string, string>> }) {
      if (filters["kind"] !== "page") return { results: [] };
      engine.asked.push(terms);
      const results = Array.from({ length: pages }, (_, index) => ({
        id: `page-${index}`,
        score: 10 - index,
        async data() {
          engine.loaded.add(`page-${index}`);
          return text;
        },
      }));
      return { results };
    },
  };
  return engine as Engine & typeof engine;
}

test("white space around and between words does not matter", () => {
  expect(normaliseQuery(" \t deadline   exceeded \n")).toBe("deadline exceeded");
});

test.each(["   ", "how do I", "redis"])("%j asks the engine nothing", async (typed) => {
  const engine = fakeEngine(3);
  const answer = await search(typed, engine, options);
  expect(answer).toMatchObject({ results: [], pagesShown: 0, pagesFound: 0 });
  expect(engine.asked).toEqual([]);
});

test("each term is asked by itself, the rarest first; text is loaded for the best pages only", async () => {
  const engine = fakeEngine(9);
  const answer = await search(" offset deadline ", engine, { ...options, pages: 2 });
  expect(engine.asked).toEqual(["deadline", "offset"]);
  expect([...engine.loaded]).toEqual(["page-0", "page-1"]);
  expect(answer).toMatchObject({ query: "offset deadline", pagesShown: 2, pagesFound: 9 });
});

test("nothing is loaded for a question that nobody waits for", async () => {
  const engine = fakeEngine(3);
  const signal = AbortSignal.abort();
  await expect(search("offset", engine, { ...options, signal })).rejects.toThrow();
  expect(engine.loaded.size).toBe(0);
});

test("the answer says what was read as another word, and what no page has", async () => {
  const answer = await search("comit redis", fakeEngine(1), options);
  expect(answer).toMatchObject({
    corrected: [{ typed: "comit", meant: "commit" }],
    missing: ["redis"],
    pagesShown: 1,
  });
});

test("a page with all terms ranks before one that has the commonest very often", () => {
  const page = (id: string): FoundPage => ({
    id,
    score: 0,
    data: () => Promise.reject(new Error(id)),
  });
  const [rare, common] = [
    { text: "deadline", weight: 3 },
    { text: "offset", weight: 1 },
  ] as const;
  const ranked = rankPages(
    [
      { term: common, page: page("often"), score: 6 },
      { term: common, page: page("both"), score: 1 },
      { term: rare, page: page("both"), score: 1 },
    ],
    [rare, common],
  );
  expect(ranked.map(({ hits }) => hits[0]?.page.id)).toEqual(["both", "often"]);
});

test("what somebody asked in these words opens the heading that answers", async () => {
  const text = consuming([
    place("The commit", "/consuming/#the-commit", 50),
    place("The crash", "/consuming/#the-crash"),
  ]);
  const first = async (query: string): Promise<string | undefined> =>
    (await search(query, fakeEngine(1, text), options)).results[0]?.url;
  expect(await first("offset")).toBe("/consuming/#the-commit");
  expect(await first("bookmark and offset lost")).toBe("/consuming/#the-crash");
});

test("a result opens at its heading and says where that is; every form of a word is marked", () => {
  const url = "/consuming/#the-commit";
  expect(
    listPlaces(consuming([]), [{ place: place("The commit", url), score: 1 }], ["some"]),
  ).toEqual([
    {
      title: "The commit",
      url,
      excerpt: [
        { text: "Some", isMatch: true },
        { text: " ", isMatch: false },
        { text: "words", isMatch: true },
      ],
      section: "Guaranteed delivery",
      system: "log",
      page: "Consuming without loss",
    },
  ]);
});

test("three headings of a page are enough, and its beginning is one only when it is the best", () => {
  const beginning = { place: place("Consuming without loss", "/consuming/"), score: 1 };
  const headings = [1, 2, 3, 4].map((n) => ({
    place: place(`H${n}`, `/consuming/#h${n}`),
    score: 1,
  }));
  const titles = (places: Parameters<typeof listPlaces>[1]): string[] =>
    listPlaces(consuming([]), places, []).map(({ title }) => title);
  expect(titles(headings)).toEqual(["H1", "H2", "H3"]);
  expect(titles([...headings.slice(0, 1), beginning])).toEqual(["H1"]);
  expect(titles([beginning, ...headings.slice(0, 1)])).toEqual(["Consuming without loss", "H1"]);
});

test("a page that is found by words it does not show opens at its beginning", () => {
  expect(listPlaces(consuming([]), [], [])).toMatchObject([
    { title: "Consuming without loss", url: "/consuming/", page: "Consuming without loss" },
  ]);
});
