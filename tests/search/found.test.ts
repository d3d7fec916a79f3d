import { expect, test } from "vitest";
import type { FactRow } from "../../src/search/facts.ts";
import { completeAnswer } from "../../src/search/found.ts";
import type { Kind } from "../../src/search/kinds.ts";
import type { Answer, Result } from "../../src/search/query.ts";

/** Each word says as much. */
const weightOf = (): number => 1;
const result = (kind: Kind, url: string): Result => ({
  kind,
  url,
  title: url,
  excerpt: [],
  section: "Reference",
  system: "both",
  page: "Page",
  text: `The text of ${url}`,
});
const answer = (query: string, results: readonly Result[]): Answer => ({
  query,
  words: query.split(" "),
  results,
  corrected: [],
  missing: [],
  found: results.length,
  leftOut: 0,
});
const fact = (id: string, name: string): FactRow => ({
  url: `/defaults/clients/#${id}`,
  page: "Defaults: clients",
  system: "log",
  name,
  value: "5 ms",
  holder: "Java producer, Kafka 4.4.0",
  known: "cited",
  says: "A batch waits.",
  names: [],
  isSetting: true,
});
const known = {
  facts: [fact("producer.linger.ms", "linger.ms"), fact("streams.linger.ms", "linger.ms")],
  terms: [{ url: "/glossary/#offset", name: "Offset", sentence: "A number." }],
};
const urls = (results: readonly Result[]): string[] => results.map(({ url }) => url);

test("a table of facts is cut to the rows that match, in the place of the first table of its page", () => {
  const tables = ["#producer", "#consumer"].map((id) => result("fact", `/defaults/clients/${id}`));
  const [first, second] = [result("section", "/a/#b"), result("page", "/c/")];
  const found = completeAnswer(answer("linger batch", [first, ...tables, second]), known, weightOf);
  expect(urls(found.results)).toEqual([
    "/a/#b",
    "/defaults/clients/#producer.linger.ms",
    "/defaults/clients/#streams.linger.ms",
    "/c/",
  ]);
  expect(found.results[1]).toMatchObject({
    title: "linger.ms",
    value: "5 ms",
    from: "Java producer, Kafka 4.4.0 · cited",
    page: "Defaults: clients",
    text: "A batch waits. The same setting elsewhere: 5 ms in Java producer, Kafka 4.4.0.",
  });
});

test("a table without such a row stays", () => {
  const table = result("fact", "/defaults/clients/#producer");
  const found = completeAnswer(answer("offset reset", [table]), known, weightOf);
  expect(urls(found.results)).toEqual([table.url]);
});

test("what is answered directly is no result too, and keeps its text for the preview", () => {
  const own = result("term", "/glossary/#offset");
  const other = result("section", "/a/#b");
  const found = completeAnswer(answer("offset", [own, other]), known, weightOf);
  expect(found.direct).toMatchObject([{ kind: "term", title: "Offset", text: own.text }]);
  expect(urls(found.results)).toEqual([other.url]);
  expect(found.near).toEqual([]);
});

test("when nothing is found, names that are near are offered", () => {
  expect(completeAnswer(answer("ofsett", []), known, weightOf).near).toEqual(["Offset"]);
  expect(completeAnswer(answer("zookeeper", []), known, weightOf).near).toEqual([]);
});
