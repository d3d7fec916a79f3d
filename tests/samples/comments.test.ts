import { describe, expect, test } from "vitest";
import { findComments } from "../../src/samples/comments.ts";

const inTs = (source: string) => findComments(source, "ts").map(({ text }) => text);

test("a comment has its place and what it says", () => {
  const source = "a(); // one\n/* two\n three */ b();";
  const found = findComments(source, "ts");
  expect(found.map(({ kind, text }) => [kind, text])).toEqual([
    ["line", " one"],
    ["block", " two\n three "],
  ]);
  expect(found.map(({ start, end }) => source.slice(start, end))).toEqual([
    "// one",
    "/* two\n three */",
  ]);
});

test("a block comment that is never closed goes to the end", () => {
  expect(inTs("a(); /*/ open")).toEqual(["/ open"]);
});

describe("what only looks like a comment is none:", () => {
  test.each([
    ["a string", `log("// no", '/* no */', "\\"// no");`],
    ["a template", "log(`// no\n/* no */ \\` // no`);"],
    ["a template in a template", "log(`${a + `// no ${b} // no`} // no`);"],
    ["a regular expression", "const a = /[/*]\\/\\/ no/; split(/\\/*no/);"],
    ["a regular expression behind a condition", 'if (a) /[`"]/.test(b);'],
    ["an address", 'const url = "https://no";'],
  ])("%s", (_, source) => {
    expect(inTs(`${source} // yes`)).toEqual([" yes"]);
  });
});

describe("code that could be taken for something else holds its comments:", () => {
  test.each([
    ["a division", "const a = b / c; // yes"],
    ["a division behind a parenthesis", "const a = (b) / c /* yes */ / d;"],
    ["a division behind a value that is not null", "const a = b! / c; // yes"],
    ["a division behind a count", "const a = b++ / c; // yes"],
    ["a property named like a keyword", "const a = b.in / c; // yes"],
    ["an object in a template's expression", "`${{ a: 1 /* yes */ }.a}`;"],
    ["a string that is never closed", "const a = 'no\nb(); // yes"],
  ])("%s", (_, source) => {
    expect(inTs(source).map((text) => text.trim())).toEqual(["yes"]);
  });
});

test("Java has text blocks, and apostrophes around one character", () => {
  const source = 'char a = \'"\'; String b = """\n  // no "quoted"\n  """; // yes';
  expect(findComments(source, "java").map(({ text }) => text)).toEqual([" yes"]);
});

test("a .proto file has strings and both kinds of comments", () => {
  const source = 'option a = "// no"; // one\n/* two */';
  expect(findComments(source, "proto").map(({ text }) => text)).toEqual([" one", " two "]);
});
