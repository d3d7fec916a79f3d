import { expect, test } from "vitest";
import {
  NO_FILTERS,
  parseFilters,
  passing,
  toggle,
  writeFilters,
  type Filters,
} from "../../src/search/filters.ts";
import { writeKinds, writeSubjects } from "../../src/search/index-format.ts";

/** Names of sections by their number, and what the index knows of them. */
const names = ["lag", "deadline", "a.ts", "b.ts", "other"];
const index = {
  kinds: writeKinds(["term", "term", "sample", "sample", "section"]),
  subjects: writeSubjects(["Kafka", "gRPC", "Kafka", "gRPC", "both"]),
};
const filters = (kinds: Filters["kinds"], subjects: Filters["subjects"]): Filters => ({
  kinds,
  subjects,
});

test("without filters everything passes", () => {
  expect(passing(NO_FILTERS, index)).toBeUndefined();
});

test.each([
  [filters(new Set(["term"]), new Set()), ["lag", "deadline"]],
  [filters(new Set(["term", "sample"]), new Set()), ["lag", "deadline", "a.ts", "b.ts"]],
  [filters(new Set(), new Set(["Kafka"])), ["lag", "a.ts"]],
  [filters(new Set(["sample"]), new Set(["Kafka"])), ["a.ts"]],
  [filters(new Set(["fact"]), new Set()), []],
])("one of the kinds and one of the subjects (%#)", (given, expected) => {
  const passes = passing(given, index);
  expect(names.filter((_, number) => passes?.(number))).toEqual(expected);
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
