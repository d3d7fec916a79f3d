import { describe, expect, test } from "vitest";
import { didYouMean, nearestNames } from "../../src/report/nearest.ts";

describe("the nearest names", () => {
  test.each([
    ["a letter too few", "comit"],
    ["a letter too many", "commmit"],
    ["a letter replaced", "cammit"],
    ["two letters swapped", "commti"],
    ["another case", "COMMIT"],
  ])("are found for %s", (_, wanted) => {
    expect(nearestNames(wanted, ["crash", "commit", "resume"])).toEqual(["commit"]);
  });

  test("come best first, and equal ones in the order of the alphabet", () => {
    const known = ["regions", "legion", "season", "religion"];
    expect(nearestNames("region", known)).toEqual(["legion", "regions", "religion"]);
  });

  test("are nearer by two letters swapped than by two replaced", () => {
    expect(nearestNames("abdc", ["abaa", "abcd"])).toEqual(["abcd", "abaa"]);
  });

  test("are none when no name is like it", () => {
    expect(nearestNames("deadline", ["commit", "crash"])).toEqual([]);
  });

  test("are not short names that share nothing", () => {
    expect(nearestNames("ts", ["sh", "ab"])).not.toContain("ab");
    expect(nearestNames("x", ["a"])).toEqual([]);
  });

  test("are at most as many as asked for", () => {
    expect(nearestNames("aaaa", ["aaab", "aaac", "aaad", "aaae"], 2)).toEqual(["aaab", "aaac"]);
  });
});

test("a sentence about an unknown name ends with the best one, or with nothing", () => {
  expect(didYouMean("comit", ["crash", "commit"])).toBe(' Did you mean "commit"?');
  expect(didYouMean("deadline", ["crash", "commit"])).toBe("");
  expect(didYouMean("", ["a", "b"])).toBe("");
});
