import { expect, test } from "vitest";
import {
  isAbout,
  listPlaces,
  normaliseQuery,
  search,
  type Engine,
  type PageText,
  type SubResult,
} from "../../src/search/query.ts";

const place = (title: string, url: string, score: number): SubResult => ({
  title,
  url,
  excerpt: `${title}. Some <mark>words</mark>`,
  weighted_locations: [{ balanced_score: score }],
});

const consuming = (sub_results: readonly SubResult[]): PageText => ({
  url: "/guaranteed-delivery/consuming/",
  excerpt: "A page’s <mark>commits</mark>",
  meta: { title: "Consuming without loss" },
  filters: { section: ["Guaranteed delivery"], system: ["log"] },
  sub_results,
});

/** Finds as many pages as it is told and counts how many of them are loaded. */
function fakeEngine(pages: number): Engine & { asked: string[]; loaded: number } {
  const engine = {
    asked: [] as string[],
    loaded: 0,
    async search(terms: string) {
      engine.asked.push(terms);
      const page = {
        async data() {
          engine.loaded += 1;
          return consuming([place("The commit", "/guaranteed-delivery/consuming/#the-commit", 1)]);
        },
      };
      return { results: Array.from({ length: pages }, () => page) };
    },
  };
  return engine;
}

test("white space around and between words does not matter", () => {
  expect(normaliseQuery(" \t deadline \n exceeded ")).toBe("deadline exceeded");
});

test("a query without words asks the engine nothing", async () => {
  const engine = fakeEngine(3);
  const answer = await search("   ", engine, { pages: 6 });
  expect(answer).toEqual({ query: "", results: [], pagesShown: 0, pagesFound: 0 });
  expect(engine.asked).toEqual([]);
});

test("text is loaded for the best pages only, and the answer says how many there are", async () => {
  const engine = fakeEngine(9);
  const answer = await search(" offset  commit ", engine, { pages: 2 });
  expect(engine).toMatchObject({ asked: ["offset commit"], loaded: 2 });
  expect(answer).toMatchObject({ query: "offset commit", pagesShown: 2, pagesFound: 9 });
  expect(answer.results).toHaveLength(2);
});

test("nothing is loaded for a question that nobody waits for", async () => {
  const engine = fakeEngine(3);
  const signal = AbortSignal.abort();
  await expect(search("offset", engine, { pages: 6, signal })).rejects.toThrow();
  expect(engine.loaded).toBe(0);
});

test("a result opens at its heading and says where that is", () => {
  const url = "/guaranteed-delivery/consuming/#the-commit";
  expect(listPlaces(consuming([place("The commit", url, 1)]))).toEqual([
    {
      title: "The commit",
      url,
      excerpt: [
        { text: "Some ", isMatch: false },
        { text: "words", isMatch: true },
      ],
      section: "Guaranteed delivery",
      system: "log",
      page: "Consuming without loss",
    },
  ]);
});

test("the strongest headings of a page come first, and three of them are enough", () => {
  const scores = [2, 8, 1, 5];
  const places = scores.map((score) => place(`Heading ${score}`, `/x/#h${score}`, score));
  expect(listPlaces(consuming(places)).map(({ title }) => title)).toEqual([
    "Heading 8",
    "Heading 5",
    "Heading 2",
  ]);
});

test("a page’s beginning is a result only when no heading is stronger", () => {
  const beginning = (score: number): SubResult =>
    place("Consuming without loss", "/guaranteed-delivery/consuming/", score);
  const heading = place("The commit", "/guaranteed-delivery/consuming/#the-commit", 5);
  const titles = (page: PageText): string[] => listPlaces(page).map(({ title }) => title);
  expect(titles(consuming([beginning(9), heading]))).toEqual([
    "Consuming without loss",
    "The commit",
  ]);
  expect(titles(consuming([beginning(1), heading]))).toEqual(["The commit"]);
});

test("a page that is found by words it does not show opens at its beginning", () => {
  const [result, ...rest] = listPlaces(consuming([]));
  expect(rest).toEqual([]);
  expect(result).toMatchObject({
    title: "Consuming without loss",
    url: "/guaranteed-delivery/consuming/",
    page: "Consuming without loss",
  });
});

test("a page that was found by a first letter is not about the word", () => {
  const page = consuming([]);
  expect(isAbout(page, "committing")).toBe(true);
  expect(isAbout(page, "consum")).toBe(true);
  expect(isAbout(page, "cqqzzxx")).toBe(false);
  expect(isAbout(page, "cqqzzxx commit")).toBe(true);
});

test("when no page is about it, nothing was found", async () => {
  const answer = await search("cqqzzxx", fakeEngine(9), { pages: 2 });
  expect(answer).toEqual({ query: "cqqzzxx", results: [], pagesShown: 0, pagesFound: 0 });
});
