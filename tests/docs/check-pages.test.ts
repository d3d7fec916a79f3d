import { describe, expect, test } from "vitest";
import { checkFrontMatter } from "../../src/docs/check-front-matter.ts";
import { checkHeadings } from "../../src/docs/check-headings.ts";
import { checkNotes } from "../../src/docs/check-notes.ts";
import { readPage } from "../../src/mdx/read-page.ts";
import type { Issue } from "../../src/report/issue.ts";

const file = "content/docs/page.mdx";
const placed = (issues: readonly Issue[]) =>
  issues.map(({ slug, line, column }) => `${slug} ${line}:${column}`);

describe("front matter", () => {
  const good = [
    "title: T",
    "lead: L",
    "kind: recipe",
    "system: log",
    "versions: []",
    "changed: 2026-11-22",
  ];
  const check = (lines: readonly string[]) =>
    checkFrontMatter(readPage(file, `---\n${lines.join("\n")}\n---\n\nWords.\n`));
  const changed = (key: string, line: string) =>
    check(good.map((it) => (it.startsWith(key) ? line : it)));

  test("is data, with a date with or without quotes, whatever the line ends", () => {
    expect(check(good)).toEqual({
      data: {
        title: "T",
        lead: "L",
        kind: "recipe",
        system: "log",
        versions: [],
        changed: "2026-11-22",
      },
      issues: [],
    });
    expect(changed("changed", 'changed: "2026-11-22"').issues).toEqual([]);
    const crlf = `\uFEFF---\r\n${good.join("\r\n")}\r\n---\r\n`;
    expect(checkFrontMatter(readPage(file, crlf)).issues).toEqual([]);
  });

  test.each([
    ["an unknown key", ["titel: T", ...good], "2:1", 'no key "titel". Did you mean "title"?'],
    ["a missing key", good.slice(1), "1:1", 'lacks the key "title".\nType: title: '],
    [
      "a value that is none of its kind",
      [...good.slice(0, 2), "kind: recip", ...good.slice(3)],
      "4:1",
      'Did you mean "recipe"?\nType: kind: argument | ',
    ],
    [
      "a date that is none",
      [...good.slice(0, 5), "changed: 2026-02-30"],
      "7:1",
      "Type: changed: 2026-11-23",
    ],
    ["an item that is no text", [...good, "aliases: [a, 2]"], "8:14", '"aliases.1" cannot be 2'],
    [
      "an empty value",
      [...good.slice(0, 1), "lead:", ...good.slice(2)],
      "3:1",
      '"lead" cannot be null',
    ],
  ])("with %s is refused at that line", (_, lines, place, words) => {
    const { data, issues } = check(lines);
    expect(data).toBeUndefined();
    expect(placed(issues)).toEqual([`bad-front-matter ${place}`]);
    expect(issues[0]?.message).toContain(words);
  });

  test("says all that is wrong at once", () => {
    expect(check(["titel: T", "kind: x", ...good.slice(3)]).issues).toHaveLength(4);
  });

  test("that is no YAML says where", () => {
    expect(placed(changed("lead", "lead: a: b").issues)).toEqual(["yaml-syntax 3:7"]);
    expect(placed(check([...good, "title: Twice"]).issues)).toEqual(["yaml-syntax 8:1"]);
  });

  test("that is not there, or never ends, is asked for with its lines", () => {
    for (const text of ["Words.\n", "---\ntitle: T\n\nWords.\n"]) {
      const { issues } = checkFrontMatter(readPage(file, text));
      expect(placed(issues)).toEqual(["bad-front-matter 1:1"]);
      expect(issues[0]?.message).toMatch(
        /---\ntitle: .*\nlead: .*\nkind: .*\nsystem: .*\nversions: .*\nchanged: .*\n---/,
      );
    }
  });
});

describe("notes", () => {
  const check = (text: string) => checkNotes(readPage(file, text));

  test("that are named and defined are fine, also where code or an escape looks like a reference", () => {
    expect(check("One[^a] `[^b]` \\[^c].\n\n```ts\n[^d]\n```\n\n[^a]: A\n")).toEqual([]);
  });

  test("that are not there are an error where they are named, each of them", () => {
    const issues = check("A &amp; B\ntwo [^reconect], [^other].[^reconnect]\n\n[^reconnect]: R\n");
    expect(placed(issues)).toEqual(["unknown-note 2:5", "unknown-note 2:18"]);
    expect(issues[0]?.message).toContain(
      'no note "reconect" on this page. Did you mean "reconnect"?',
    );
  });

  test("are an error where they are defined and unused, twice, or inside something else", () => {
    expect(placed(check("One.\n\n[^a]: A\n"))).toEqual(["unused-note 3:1"]);
    expect(placed(check("One.[^a]\n\n[^a]: A\n\n[^a]: B\n"))).toEqual(["duplicate-note 5:1"]);
    expect(placed(check("One.[^a]\n\n> [^a]: A\n"))).toEqual(["nested-note 3:3"]);
    expect(placed(check("One.[^a]\n\n[^a]: A [^a]\n"))).toEqual(["nested-note 3:9"]);
  });
});

describe("headings", () => {
  const check = (text: string) => placed(checkHeadings(readPage(file, text)));

  test("may be equal, since the second has another id", () => {
    expect(check("## Limits\n\n## Limits\n")).toEqual([]);
  });

  test("that contain a link, in whatever shape, are refused", () => {
    for (const link of [
      "[this](/x/)",
      '<Cite source="a" />',
      '<Said sample="a">`b`</Said>',
      "a[^a]",
    ])
      expect(check(`text\n\n## See ${link}\n\n[^a]: A\n`)).toEqual(["link-in-heading 3:1"]);
    expect(check("# See [this](/x/)\n")).toEqual(["bad-heading 1:1"]);
  });

  test("that would have the id of something else are refused", () => {
    expect(check("## Limits\n\n## Limits 2\n\n## Limits\n")).toEqual(["duplicate-anchor 5:1"]);
    expect(check("## Note 1\n\n## Main\n")).toEqual([
      "duplicate-anchor 1:1",
      "duplicate-anchor 3:1",
    ]);
  });
});
