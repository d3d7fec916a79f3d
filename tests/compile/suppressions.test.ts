import { describe, expect, test } from "vitest";
import { checkOwnFile } from "../../src/compile/own-suppressions.ts";
import { findSuppressions } from "../../src/compile/suppressions.ts";

const found = (source: string) => findSuppressions(source, "ts").map(({ written }) => written);

describe("what the compiler takes for a suppression is found:", () => {
  test.each([
    "// @ts-ignore",
    "//\t@ts-nocheck: why",
    "/// @ts-ignore",
    "//// @ts-ignore",
    "// @TS-NOCHECK",
    "// @ts-ignored",
    "/*@ts-ignore*/",
    "/* words\n   @ts-ignore words */",
    "/**\n * @ts-ignore\n */",
    "a(); // @ts-ignore",
    "`${a /* @ts-ignore */}`;",
  ])("%j", (source) => {
    expect(found(`${source}\nb();\n`)).toEqual([expect.stringMatching(/^@ts-(ignore|nocheck)/i)]);
  });
});

describe("and so is what linters and formatters take for one:", () => {
  test.each([
    "// oxlint-disable",
    "// eslint-disable-next-line no-debugger -- why",
    "/* eslint-disable */",
    "/* eslint no-debugger: 0 */",
    "/* tslint:disable */",
    "// biome-ignore lint: why",
    "// deno-lint-ignore",
    "// prettier-ignore",
  ])("%s", (source) => {
    expect(found(source)).toHaveLength(1);
  });
});

describe("no suppression is", () => {
  test.each([
    ["a string", 'const a = "// @ts-ignore";'],
    ["a template", "const a = `\n// @ts-nocheck\n/* eslint-disable */\n`;"],
    ["a regular expression", "const a = /\\/\\/ @ts-ignore/;"],
    ["a sentence about one", "// It needs no @ts-ignore. `eslint-disable` neither."],
    ["what expects an error", "// @ts-expect-error"],
    ["what switches a rule on", "// oxlint-enable no-debugger"],
  ])("%s", (_, source) => {
    expect(found(source)).toEqual([]);
  });
});

test("a directive that reaches the whole program is found, whatever it brings", () => {
  expect(found('/// <reference lib="dom" />\n// <reference lib="dom" />')).toEqual([
    '/// <reference lib="dom" />',
  ]);
});

test("an annotation of Java is found in code, and nowhere else", () => {
  const source =
    'class A {\n  // @SuppressWarnings\n  String a = "@SuppressWarnings";\n  @ SuppressWarnings("all") int b;\n}';
  expect(
    findSuppressions(source, "java").map(({ start }) => source.slice(start, start + 3)),
  ).toEqual(["@ S"]);
});

describe("the site's own code", () => {
  const check = (text: string, file = "src/a.ts") =>
    checkOwnFile(file, text).map(({ line, column }) => `${line}:${column}`);

  test("may switch a linter off with a reason, above or behind it", () => {
    expect(check("// Called below.\n// oxlint-disable a/b\n")).toEqual([]);
    expect(check("// oxlint-disable a/b -- called below\n")).toEqual([]);
    expect(check("a(); // oxlint-disable-line a/b\n")).toEqual(["1:9"]);
    expect(check("// Far away.\n\n// oxlint-disable a/b\n")).toEqual(["3:4"]);
    expect(check("// prettier-ignore\n// oxlint-disable a/b\n")).toEqual(["1:4", "2:4"]);
  });

  test("may not switch the compiler off", () => {
    expect(check("// It is late.\n// @ts-ignore -- why\n")).toEqual(["2:4"]);
  });

  test("is read in Astro files too", () => {
    const text = "---\n// @ts-nocheck\n---\n<p>don't</p>\n<!-- prettier-ignore -->\n";
    expect(check(text, "src/a.astro")).toEqual(["2:4", "5:6"]);
  });
});
