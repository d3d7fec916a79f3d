import { expect, test } from "vitest";
import { loadEngine } from "../../src/search/engine.ts";
import { normaliseQuery, rankPlaces, search, type Engine } from "../../src/search/query.ts";
import { writeIndex, type IndexedSection } from "../../src/search/write-index.ts";

const section = (
  url: string,
  title: string,
  more: Partial<IndexedSection> = {},
): IndexedSection => ({
  kind: url.includes("#") ? "section" : "page",
  subject: "Kafka",
  text: {
    ...{
      url,
      title,
      page: "Consuming without loss",
      section: "Guaranteed delivery",
      system: "log",
    },
    content: `${title}. The group has a bookmark for an offset, and a deadline.`,
  },
  above: [],
  asked: [],
  names: [],
  askedOfPage: [],
  ...more,
});
const beginning = section("/consuming/", "Consuming without loss");
const commit = section("/consuming/#the-commit", "The commit");
const crash = section("/consuming/#the-crash", "The crash");
const elsewhere = section("/producing/", "Producing");

/** Opens an index of these sections, and says which files are loaded. */
async function open(...sections: IndexedSection[]): Promise<Engine & { loaded: Set<string> }> {
  const files = writeIndex(sections);
  const loaded = new Set<string>();
  const engine = await loadEngine(async (file) => {
    loaded.add(file.replace(/^.*\//, ""));
    const text = files.get(file);
    if (text === undefined) throw new Error(file);
    return text;
  });
  return { ...engine, loaded };
}
const texts = (loaded: Set<string>): string[] => [...loaded].filter((name) => name.startsWith("t"));
const urls = async (query: string, ...sections: IndexedSection[]): Promise<string[]> => {
  const { results } = await search(query, await open(...sections), { places: 12 });
  return results.map(({ url }) => url);
};

test("white space around and between words does not matter", () => {
  expect(normaliseQuery(" \t deadline   exceeded \n")).toBe("deadline exceeded");
});

test.each(["   ", "how do I", "redis"])("%j loads nothing but the words", async (typed) => {
  const engine = await open(beginning, commit);
  const answer = await search(typed, engine, { places: 6 });
  expect(answer).toMatchObject({ results: [], found: 0 });
  expect([...engine.loaded]).toEqual(["entry.txt"]);
});

test("text is loaded for the best places only", async () => {
  const engine = await open(beginning, commit, crash, elsewhere);
  const answer = await search(" offset deadline ", engine, { places: 2 });
  expect(texts(engine.loaded)).toHaveLength(2);
  expect(answer).toMatchObject({ query: "offset deadline", found: 4 });
});

test("nothing is loaded for a question that nobody waits for", async () => {
  const engine = await open(beginning, commit);
  const signal = AbortSignal.abort();
  await expect(search("offset", engine, { places: 6, signal })).rejects.toThrow();
  expect(texts(engine.loaded)).toEqual([]);
});

test("the answer says what was read as another word, and what no page has", async () => {
  const engine = await open(beginning, commit);
  expect(await search("comit redis", engine, { places: 6 })).toMatchObject({
    corrected: [{ typed: "comit", meant: "commit" }],
    missing: ["redis"],
    found: 1,
  });
});

test("a place with all terms ranks before one that has the commonest very often", async () => {
  const { entry } = await open(beginning, commit, crash);
  const terms = [
    { text: "deadline", weight: 3, ways: [] },
    { text: "offset", weight: 1, ways: [] },
  ];
  const hits = [
    new Map([[1, 0.5]]),
    new Map([
      ...([
        [1, 0.2],
        [2, 1],
      ] as const),
    ]),
  ];
  const ranked = rankPlaces(terms, hits, entry, { isCode: false, isError: false });
  expect(ranked.map(({ number }) => number)).toEqual([1, 2]);
});

test("what somebody asked in these words opens the heading that answers", async () => {
  const answers = { ...crash, asked: ["lost offset and deadline of a bookmark"] };
  expect((await urls("bookmark and offset lost", beginning, commit, answers))[0]).toBe(
    crash.text.url,
  );
  expect((await urls("commit offset", beginning, commit, answers))[0]).toBe(commit.text.url);
});

test("what a section names is found: a setting in a table", async () => {
  const both = (place: IndexedSection): IndexedSection => ({
    ...place,
    text: { ...place.text, content: "The commit, and max.poll.interval.ms beside it." },
  });
  const named = { ...both(crash), names: ["max.poll.interval.ms"] };
  const found = await urls("max.poll.interval.ms", beginning, both(commit), named);
  expect(found).toEqual([crash.text.url, commit.text.url]);
});

test("pages stand before samples", async () => {
  const sample = section("/samples/commit/", "commit.ts", { kind: "sample" });
  const found = await urls("offset commit", beginning, commit, elsewhere, sample);
  expect(found.indexOf(sample.text.url)).toBeGreaterThan(found.indexOf(commit.text.url));
});

test("the text of an error opens the symptom with that text", async () => {
  const symptoms = section("/symptoms/", "Symptoms");
  const symptom = section("/symptoms/#deadline", "Exceeded deadline", { kind: "symptom" });
  const found = await urls("Error: 4 DEADLINE", beginning, commit, symptoms, symptom);
  expect(found[0]).toBe(symptom.text.url);
});

test("places of a page stand together, two of them, and its beginning only when it is the best", async () => {
  const more = [1, 2, 3].map((n) => section(`/consuming/#h${n}`, `Offset ${n}`));
  const found = await urls("offset", beginning, ...more, elsewhere);
  expect(found).toEqual(["/consuming/#h1", "/consuming/#h2", elsewhere.text.url]);
  expect(await urls("offset", beginning)).toEqual([beginning.text.url]);
});

test("places that are not kept are counted, and others come in their place, as many of one page", async () => {
  const more = [1, 2, 3, 4, 5].map((n) => section(`/consuming/#h${n}`, `Offset ${n}`));
  const engine = await open(beginning, ...more);
  const answer = await search("offset", engine, { places: 12, keep: (number) => number > 1 });
  expect(answer.results.map(({ title }) => title)).toEqual([2, 3, 4, 5].map((n) => `Offset ${n}`));
  expect(answer).toMatchObject({ found: 4, leftOut: 2 });
});

test("words between quotes stand beside each other in what is found", async () => {
  expect(await urls('"bookmark for an offset"', beginning, commit)).toEqual([commit.text.url]);
  expect(await urls('"offset for a bookmark"', beginning, commit)).toEqual([]);
  expect(await urls('commit "nobody said this"', beginning, commit)).toEqual([commit.text.url]);
});

test("a result says where it is, and every form of a word is marked", async () => {
  const text = { ...commit.text, content: "The commit. Of offsets committed" };
  const engine = await open(beginning, { ...commit, text });
  const { results } = await search("offset commit", engine, { places: 1 });
  expect(results).toEqual([
    {
      kind: "section",
      title: "The commit",
      url: commit.text.url,
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
      text: "The commit. Of offsets committed",
    },
  ]);
});
