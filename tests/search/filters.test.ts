import { expect, test } from "vitest";
import {
  NO_FILTERS,
  parseFilters,
  readFilters,
  toggle,
  writeFilters,
  type Filterable,
  type Filters,
} from "../../src/search/filters.ts";

const index: Readonly<Record<string, readonly string[]>> = {
  "what term": ["lag", "deadline"],
  "what sample": ["a.ts", "b.ts"],
  "subject Kafka": ["lag", "a.ts"],
  "subject gRPC": ["deadline", "b.ts"],
};
function makeEngine(): Filterable & { asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async list(filters) {
      const [key = ""] = Object.entries(filters).map((entry) => entry.join(" "));
      asked.push(key);
      return { results: (index[key] ?? []).map((id) => ({ id })) };
    },
  };
}
const filters = (kinds: Filters["kinds"], subjects: Filters["subjects"]): Filters => ({
  kinds,
  subjects,
});
const all = ["lag", "deadline", "a.ts", "b.ts", "other"];

test("without filters everything passes, and nothing is asked", async () => {
  const engine = makeEngine();
  expect(await readFilters(engine, NO_FILTERS)).toBeUndefined();
  expect(engine.asked).toEqual([]);
});

test.each([
  [filters(new Set(["term"]), new Set()), ["lag", "deadline"]],
  [filters(new Set(["term", "sample"]), new Set()), ["lag", "deadline", "a.ts", "b.ts"]],
  [filters(new Set(), new Set(["Kafka"])), ["lag", "a.ts"]],
  [filters(new Set(["sample"]), new Set(["Kafka"])), ["a.ts"]],
  [filters(new Set(["fact"]), new Set()), []],
])("one of the kinds and one of the subjects (%#)", async (given, expected) => {
  const keep = await readFilters(makeEngine(), given);
  expect(all.filter((id) => keep?.(id))).toEqual(expected);
});

test("the index is asked once for each value", async () => {
  const engine = makeEngine();
  await readFilters(engine, filters(new Set(["term"]), new Set()));
  await readFilters(engine, filters(new Set(["term"]), new Set(["Kafka"])));
  expect(engine.asked).toEqual(["what term", "subject Kafka"]);
});

test("an index that did not answer is asked again", async () => {
  const engine = makeEngine();
  const { list } = engine;
  engine.list = () => Promise.reject(new Error("offline"));
  const given = filters(new Set(["term"]), new Set());
  await expect(readFilters(engine, given)).rejects.toThrow("offline");
  engine.list = list;
  expect((await readFilters(engine, given))?.("lag")).toBe(true);
});

test("a second press releases", () => {
  const pressed = toggle(new Set<string>(), "term");
  expect([...pressed]).toEqual(["term"]);
  expect([...toggle(pressed, "term")]).toEqual([]);
});

test("an address keeps them, and what it does not know is ignored", () => {
  const given = filters(new Set(["fact", "term"]), new Set(["Kafka Streams"]));
  const address = new URLSearchParams([...writeFilters(given), ["kind", "x"], ["q", "lag"]]);
  expect(parseFilters(address)).toEqual(given);
});
