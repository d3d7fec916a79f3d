import { describe, expect, test } from "vitest";
import { parseFenceMeta } from "../../src/mdx/fence-meta.ts";
import { isErrorCode } from "../../src/samples/error-code.ts";

describe("a fence's meta", () => {
  test("is empty for a bare fence", () => {
    expect(parseFenceMeta("")).toMatchObject({ meta: {}, problems: [] });
  });

  test("takes words with values, quoted where they hold spaces", () => {
    expect(
      parseFenceMeta('expect=TS2345 title="by hand.ts" unproven="no broker yet"'),
    ).toMatchObject({
      meta: { expect: "TS2345", title: "by hand.ts", unproven: "no broker yet" },
      problems: [],
    });
  });

  test("takes an equals sign inside a value", () => {
    expect(parseFenceMeta('title="a=b" unproven=x=y').meta).toEqual({
      title: "a=b",
      unproven: "x=y",
    });
  });

  test.each([
    ["a word that is not known", "title=a expct=TS2345", 8, "expct"],
    ["a word without a value", "unproven", 0, "unproven"],
    ["an empty value", 'title=""', 0, "title"],
    ["line numbers, which other sites have there", "{1,3-5}", 0, "{1,3-5}"],
  ])("refuses %s, at its place", (_, meta, offset, word) => {
    expect(parseFenceMeta(meta).problems).toEqual([{ slug: "unknown-meta", offset, word }]);
  });

  test("refuses a word that is said twice, and keeps the first", () => {
    const { meta, problems } = parseFenceMeta("expect=TS2322 expect=TS2304");
    expect(problems).toEqual([{ slug: "said-twice", offset: 14, word: "expect" }]);
    expect(meta).toEqual({ expect: "TS2322" });
  });

  test("refuses an expected error that is no compiler code, and does not expect it", () => {
    const { meta, problems } = parseFenceMeta("title=a expect=2345");
    expect(problems).toEqual([{ slug: "bad-expect", offset: 8, word: "2345" }]);
    expect(meta).toEqual({ title: "a" });
  });
});

test("a compiler code is written as the compiler prints it", () => {
  expect(["TS1005", "TS2345", "TS18046"].every(isErrorCode)).toBe(true);
  expect(["2345", "ts2345", "TS", "TS0001", "TS234", "TS234567", "TS2345 "].some(isErrorCode)).toBe(
    false,
  );
});
