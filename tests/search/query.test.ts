import { expect, test } from "vitest";
import { readAsked } from "../../src/search/asked.ts";
import {
  normaliseQuery,
  rankPlaces,
  search,
  type Engine,
  type FoundPlace,
  type PlaceText,
} from "../../src/search/query.ts";
import { Vocabulary } from "../../src/search/vocabulary.ts";

const vocabulary = new Vocabulary("100\nbookmark 4\ncommit 20\ndeadline 10\nlost 30\noffset 20");
const asked = readAsked(
  "/consuming/#the-crash\tlost offset and deadline of a bookmark\n/consuming/\twhat is a consumer",
);
const options = { vocabulary, asked, places: 6 };

const place = (url: string, title: string, kind = "page"): PlaceText => ({
  url,
  excerpt: `${title}. Some <mark>words</mark>`,
  meta: { title, page: "Consuming without loss" },
  filters: { section: ["Guaranteed delivery"], system: ["log"], kind: [kind] },
});
const commit = place("/consuming/#the-commit", "The commit");
const crash = place("/consuming/#the-crash", "The crash");
const beginning = place("/consuming/", "Consuming without loss");
const elsewhere = place("/producing/#acks", "Acks");

/** Finds these places for each term, the first one best, and counts what is loaded of them. */
function fakeEngine(
  texts: readonly PlaceText[],
  samples: readonly PlaceText[] = [],
): Engine & { asked: string[]; loaded: Set<string> } {
  const asked: string[] = [];
  const loaded = new Set<string>();
  return {
    asked,
    loaded,
    async search(terms, options) {
      const isPage = options?.filters["kind"] === "page";
      if (isPage) asked.push(terms);
      const results = (isPage ? texts : samples).map((text, index) => ({
        id: text.url,
        score: 10 - index,
        async data() {
          loaded.add(text.url);
          return text;
        },
      }));
      return { results };
    },
  };
}
const urls = async (query: string, engine: Engine, asked = options.asked): Promise<string[]> =>
  (await search(query, engine, { ...options, asked })).results.map(({ url }) => url);

test("white space around and between words does not matter", () => {
  expect(normaliseQuery(" \t deadline   exceeded \n")).toBe("deadline exceeded");
});

test.each(["   ", "how do I", "redis"])("%j asks the engine nothing", async (typed) => {
  const engine = fakeEngine([commit]);
  const answer = await search(typed, engine, options);
  expect(answer).toMatchObject({ results: [], found: 0 });
  expect(engine.asked).toEqual([]);
});

test("each term is asked by itself, the rarest first; text is loaded for the best places only", async () => {
  const engine = fakeEngine([commit, crash, elsewhere]);
  const answer = await search(" offset deadline ", engine, { ...options, places: 2 });
  expect(engine.asked).toEqual(["deadline", "offset"]);
  expect([...engine.loaded]).toEqual([commit.url, crash.url]);
  expect(answer).toMatchObject({ query: "offset deadline", found: 3 });
});

test("nothing is loaded for a question that nobody waits for", async () => {
  const engine = fakeEngine([commit]);
  const signal = AbortSignal.abort();
  await expect(search("offset", engine, { ...options, signal })).rejects.toThrow();
  expect(engine.loaded.size).toBe(0);
});

test("the answer says what was read as another word, and what no page has", async () => {
  expect(await search("comit redis", fakeEngine([commit]), options)).toMatchObject({
    corrected: [{ typed: "comit", meant: "commit" }],
    missing: ["redis"],
    found: 1,
  });
});

test("a place with all terms ranks before one that has the commonest very often", () => {
  const found = (id: string): FoundPlace => ({
    id,
    score: 0,
    data: () => Promise.reject(new Error(id)),
  });
  const [rare, common] = [
    { text: "deadline", weight: 3 },
    { text: "offset", weight: 1 },
  ] as const;
  const ranked = rankPlaces(
    [
      { term: common, place: found("often"), score: 6 },
      { term: common, place: found("both"), score: 1 },
      { term: rare, place: found("both"), score: 1 },
    ],
    [rare, common],
  );
  expect(ranked.map(({ best }) => best.id)).toEqual(["both", "often"]);
});

test("what somebody asked in these words opens the heading that answers", async () => {
  const engine = fakeEngine([commit, crash]);
  expect((await urls("offset", engine))[0]).toBe(commit.url);
  expect((await urls("bookmark and offset lost", engine))[0]).toBe(crash.url);
  expect((await urls("bookmark and offset lost", engine, []))[0]).toBe(commit.url);
});

test("pages stand before samples, unless the query is a name from code", async () => {
  const sample = place("/samples/commit/", "commit.ts", "sample");
  expect(await urls("offset", fakeEngine([elsewhere, commit], [sample]))).toEqual([
    elsewhere.url,
    commit.url,
    sample.url,
  ]);
  expect(await urls("commitOffset offset", fakeEngine([], [sample]))).toEqual([sample.url]);
});

test("the text of an error opens the page of error texts", async () => {
  const symptom = place("/symptoms/#deadline", "Deadline exceeded");
  expect((await urls("deadline", fakeEngine([commit, symptom])))[0]).toBe(commit.url);
  expect((await urls("Error: 4 DEADLINE", fakeEngine([commit, symptom])))[0]).toBe(symptom.url);
});

test("places of a page stand together, three of them, and its beginning only when it is the best", async () => {
  const more = [1, 2, 3].map((n) => place(`/consuming/#h${n}`, `H${n}`));
  expect(await urls("offset", fakeEngine([commit, elsewhere, ...more]))).toEqual([
    commit.url,
    "/consuming/#h1",
    "/consuming/#h2",
    elsewhere.url,
  ]);
  expect(await urls("offset", fakeEngine([beginning, commit]))).toEqual([commit.url]);
  expect(await urls("offset", fakeEngine([beginning]))).toEqual([beginning.url]);
});

test("places that are not kept are counted, and others come in their place, as many of one page", async () => {
  const more = [1, 2, 3, 4, 5].map((n) => place(`/consuming/#h${n}`, `H${n}`));
  const keep = (id: string): boolean => id !== "/consuming/#h1";
  const answer = await search("offset", fakeEngine(more), { ...options, keep });
  expect(answer.results.map(({ title }) => title)).toEqual(["H2", "H3", "H4", "H5"]);
  expect(answer).toMatchObject({ found: 4, leftOut: 1 });
});

test("a result says where it is, and every form of a word is marked", async () => {
  const text = { ...commit, excerpt: "The commit. Of <mark>offsets</mark> committed" };
  const { results } = await search("offset commit", fakeEngine([text]), options);
  expect(results).toEqual([
    {
      kind: "section",
      text: "",
      title: "The commit",
      url: commit.url,
      excerpt: [
        { text: "Of", isMatch: false },
        { text: " ", isMatch: false },
        { text: "offsets", isMatch: true },
        { text: " ", isMatch: false },
        { text: "committed", isMatch: true },
      ],
      section: "Guaranteed delivery",
      system: "log",
      page: "Consuming without loss",
    },
  ]);
});
