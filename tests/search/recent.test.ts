import { expect, test } from "vitest";
import { addRecent, clearRecent, readRecent, removeRecent } from "../../src/search/recent.ts";

function makeStore(): Pick<Storage, "getItem" | "setItem" | "removeItem"> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

test("the newest comes first, at most eight, none twice", () => {
  const store = makeStore();
  for (let n = 1; n <= 10; n += 1) addRecent(`query ${n}`, store);
  addRecent(" Query 5 ", store);
  addRecent("  ", store);
  const recent = readRecent(store);
  expect(recent).toHaveLength(8);
  expect(recent.slice(0, 3)).toEqual(["Query 5", "query 10", "query 9"]);
});

test("one is removed, or all", () => {
  const store = makeStore();
  for (const query of ["a", "b", "c"]) addRecent(query, store);
  removeRecent("b", store);
  expect(readRecent(store)).toEqual(["c", "a"]);
  clearRecent(store);
  expect(readRecent(store)).toEqual([]);
});

test("a store that refuses, or holds something else, has none", () => {
  const refusing = {
    getItem: () => {
      throw new Error("refused");
    },
    setItem: () => {
      throw new Error("refused");
    },
    removeItem: () => {
      throw new Error("refused");
    },
  };
  addRecent("a", refusing);
  clearRecent(refusing);
  expect(readRecent(refusing)).toEqual([]);
  for (const text of ["{", "null", "3", '{"a":1}'])
    expect(readRecent({ ...makeStore(), getItem: () => text })).toEqual([]);
  expect(readRecent({ ...makeStore(), getItem: () => '["a", 1, null]' })).toEqual(["a"]);
  // Node has no storage at all.
  expect(readRecent()).toEqual([]);
});
