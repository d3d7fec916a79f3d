import { describe, expect, test } from "vitest";
import type { Block } from "../../src/mdx/blocks.ts";
import { readPage } from "../../src/mdx/read-page.ts";

const page = "content/docs/streaming-modes/page.mdx";
const find = (...lines: string[]) => readPage(page, `${lines.join("\n")}\n`);
const placeOf = ({ line, column }: { line: number; column: number }) => `${line}:${column}`;
const places = (blocks: readonly Block[]) => blocks.map(placeOf);

describe("a fence", () => {
  test("is found with its language, words and text, below front matter too", () => {
    const { blocks, issues } = find(
      "---",
      "title: Page",
      "---",
      "",
      '```ts title="one.ts"',
      "const one = 1;",
      "",
      "  two();",
      "```",
    );
    expect(issues).toEqual([]);
    expect(blocks).toEqual([
      {
        kind: "fence",
        page,
        line: 5,
        column: 1,
        language: "ts",
        meta: { title: "one.ts" },
        text: "const one = 1;\n\n  two();",
        indents: [0, 0, 0],
      },
    ]);
  });

  test("in a list or a quote knows what stands before each of its lines", () => {
    const { blocks } = find(
      "1. First:",
      "",
      "   ```ts",
      "   one();",
      "     two();",
      "   ```",
      "",
      "> - Quoted:",
      ">",
      ">   ```ts",
      ">   three();",
      ">   ```",
    );
    expect(places(blocks)).toEqual(["3:4", "10:5"]);
    expect(blocks.map((block) => block.kind === "fence" && [block.text, block.indents])).toEqual([
      ["one();\n  two();", [3, 3]],
      ["three();", [4]],
    ]);
  });

  test("inside a component of ours is found like any other", () => {
    const { blocks } = find("<Choose>", "", "```ts", "one();", "```", "", "</Choose>");
    expect(places(blocks)).toEqual(["3:1"]);
  });

  test("is found with tildes, and holds backticks as code", () => {
    const { blocks } = find("~~~ts", "const code = `\n```\n`;", "~~~");
    expect(blocks.map((block) => block.kind === "fence" && block.text)).toEqual([
      "const code = `\n```\n`;",
    ]);
  });

  test("inside a comment of the page is not code", () => {
    expect(find("{/*", "```ts", "one();", "```", "*/}").blocks).toEqual([]);
  });

  test("has the same text and place whatever the page's line ends are", () => {
    const source = "Words.\n\n```ts\none();\ntwo();\n```\n";
    const withMark = `\uFEFF${source.replaceAll("\n", "\r\n")}`;
    const { blocks } = readPage(page, source);
    expect(blocks).toHaveLength(1);
    expect(readPage(page, withMark).blocks).toEqual(blocks);
    expect(readPage(page, source.replaceAll("\n", "\r")).blocks).toEqual(blocks);
  });

  test.each([
    ["without a language", ["```", "one", "```"], "unknown-language", "1:1"],
    ["in another language, without a reason", ["```sh", "ls", "```"], "missing-reason", "1:1"],
    [
      "that expects an error and is not compiled",
      ["```json unproven=x expect=TS2345", "{}", "```"],
      "bad-expect",
      "1:20",
    ],
    [
      "that is for browsers and is not compiled",
      ["```json unproven=x for=browsers", "{}", "```"],
      "unknown-meta",
      "1:20",
    ],
    ["for somebody unknown", ["```ts for=deno", "a();", "```"], "unknown-meta", "1:7"],
    [
      "with an unknown word",
      ["- a", "", '  ```ts titel="a"', "  a();", "  ```"],
      "unknown-meta",
      "3:9",
    ],
    ["that says a word twice", ['```ts title="a" title="b"', "a();", "```"], "said-twice", "1:17"],
    ["without a line", ["- a", "", "  ```ts", "", "  ```"], "nothing-to-show", "3:3"],
    ["behind an entity", ['```ts title="a&amp;b" foo=1', "a();", "```"], "unknown-meta", "1:23"],
    [
      "behind an escaped sign",
      ['> ~~~ts title="a\\&b" expect=2322', "> a();", "> ~~~"],
      "bad-expect",
      "1:22",
    ],
    [
      "behind a number of a sign",
      ['````ts title="&#128512;" foo=1', "a();", "````"],
      "unknown-meta",
      "1:26",
    ],
    [
      "behind what is no entity",
      ['```ts title="a&zork;b" foo=1', "a();", "```"],
      "unknown-meta",
      "1:24",
    ],
  ])("%s is refused at its place", (_, lines, slug, place) => {
    expect(find(...lines).issues.map((issue) => [issue.slug, placeOf(issue)])).toEqual([
      [slug, place],
    ]);
  });
});

describe("a <Sample>", () => {
  test("says each of its words once", () => {
    const { components } = find('<Sample file="a.ts" region="b" region="c" output output />');
    expect(components.flatMap(({ twice }) => twice)).toEqual([
      { name: "region", line: 1, column: 32 },
      { name: "output", line: 1, column: 50 },
    ]);
  });

  test("is found where it opens, also inside a list and inside a line", () => {
    const { blocks, issues } = find(
      '<Sample file="a.ts" />',
      "",
      "- Item",
      "",
      '  <Sample file="b.ts" region="loop" />',
      "",
      'Words <Sample file="c.ts" /> words.',
    );
    expect(issues).toEqual([]);
    expect(blocks).toMatchObject([
      { kind: "sample", file: "a.ts", line: 1, column: 1 },
      { kind: "sample", file: "b.ts", region: "loop", line: 5, column: 3 },
      { kind: "sample", file: "c.ts", line: 7, column: 7 },
    ]);
  });

  test("shows its output where the page says so, and not elsewhere", () => {
    const { blocks, issues } = find('<Sample file="a.ts" output />', "", '<Sample file="a.ts" />');
    expect(issues).toEqual([]);
    expect(blocks).toMatchObject([{ output: true }, { output: false }]);
  });

  test("may be spread over lines", () => {
    const { blocks } = find("Words.", "", "<Sample", '  file="a.ts"', '  region="loop"', "/>");
    expect(blocks).toMatchObject([{ file: "a.ts", region: "loop", line: 3, column: 1 }]);
  });

  test.each([
    ["another attribute", '<Sample file="a.ts" lines="3" />', "unknown-attribute", '"lines"'],
    ["an expression", "<Sample file={name} />", "bad-attribute", 'file="…"'],
    ["a spread", '<Sample file="a.ts" {...more} />', "unknown-attribute", '"{…}"'],
    ["an empty name", '<Sample file="" />', "bad-attribute", 'file="…"'],
    ["an output with a value", '<Sample file="a.ts" output="yes" />', "bad-attribute", "no value"],
    ["an output in braces", '<Sample file="a.ts" output={true} />', "bad-attribute", "no value"],
    ["no value", "<Sample file />", "bad-attribute", 'file="…"'],
    ["no file", '<Sample region="loop" />', "bad-attribute", "Which file?"],
  ])("with %s is refused, with what to type", (_, line, slug, words) => {
    const { issues } = find("Words.", "", line);
    expect(issues.map((issue) => [issue.slug, placeOf(issue)])).toEqual([[slug, "3:1"]]);
    expect(issues[0]?.message).toContain(words);
  });
});

describe("notes", () => {
  test("quote a piece of a line, then say something about it in text and code", () => {
    const { blocks, issues } = find(
      '<Sample file="a.ts">',
      "",
      "- `call.cancel()`: ends the call; the server sees `CANCELLED`,",
      "  not an error.",
      "- `finally`: runs.",
      "",
      "</Sample>",
    );
    expect(issues).toEqual([]);
    expect(blocks).toMatchObject([
      {
        kind: "sample",
        notes: [
          {
            quote: "call.cancel()",
            line: 3,
            column: 1,
            words: [
              { text: "ends the call; the server sees ", code: false },
              { text: "CANCELLED", code: true },
              { text: ", not an error.", code: false },
            ],
          },
          { quote: "finally", line: 5, words: [{ text: "runs.", code: false }] },
        ],
      },
    ]);
  });

  test("that quote nothing, or say nothing, are refused at their item", () => {
    const { issues } = find('<Sample file="a.ts">', "", "- words", "- `quote`", "", "</Sample>");
    expect(issues.map((issue) => [issue.slug, placeOf(issue)])).toEqual([
      ["bad-note", "3:1"],
      ["bad-note", "4:1"],
    ]);
  });

  test("keep words that are emphasised, without the emphasis", () => {
    const { blocks } = find(
      '<Sample file="a.ts">',
      "",
      "- `b`: said of **one *line***.",
      "</Sample>",
    );
    const [note] = blocks[0]?.kind === "sample" ? blocks[0].notes : [];
    expect(note?.words.map((word) => word.text).join("")).toBe("said of one line.");
  });

  test("that hold what they cannot show are refused instead of losing it", () => {
    const { issues } = find(
      '<Sample file="a.ts">',
      "",
      "- `a`: see [there](/there/).",
      "- `b`: one.",
      "",
      "  Two.",
      "- `c`: *see [there](/there/)*",
      "",
      "</Sample>",
    );
    expect(issues.map((issue) => [issue.slug, placeOf(issue)])).toEqual([
      ["bad-note", "3:1"],
      ["bad-note", "4:1"],
      ["bad-note", "7:1"],
    ]);
  });

  test("are a list: anything else is refused", () => {
    const { issues } = find('<Sample file="a.ts">', "", "Words.", "", "</Sample>");
    expect(issues.map((issue) => [issue.slug, placeOf(issue)])).toEqual([["bad-note", "3:1"]]);
  });
});

test("a page that does not parse says where, and shows nothing", () => {
  const { blocks, issues } = find("```ts", "one();", "```", "", "<Sample file=");
  expect(blocks).toEqual([]);
  expect(issues.map((issue) => issue.slug)).toEqual(["mdx-syntax"]);
  expect(issues[0]?.line).toBeGreaterThanOrEqual(5);
});

test("what a sample has said is found in a sentence and on a line of its own, to the letter", () => {
  const said = '<Said sample="symptoms/statuses">`a "b" {c}`</Said>';
  const { said: found, blocks, issues } = find(`It says ${said}.`, "", said);
  expect(issues).toEqual([]);
  expect(blocks).toEqual([]);
  const words = { page, sample: "symptoms/statuses", text: 'a "b" {c}' };
  expect(found).toEqual([
    { ...words, line: 1, column: 9 },
    { ...words, line: 3, column: 1 },
  ]);
});
