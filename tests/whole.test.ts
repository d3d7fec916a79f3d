import { expect, test } from "vitest";
import { some } from "./whole.ts";

test("a few are spread from the first to the last", () => {
  expect(some([1, 2, 3, 4, 5, 6, 7], 3)).toEqual([1, 4, 7]);
  expect(some([1, 2, 3], 1)).toEqual([1]);
  expect(some([1, 2], 5)).toEqual([1, 2]);
  const pairs = [
    ["a", 1],
    ["b", 2],
  ];
  expect(some(pairs, 1)).toEqual([["a", 1]]);
});
