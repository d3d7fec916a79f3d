import { describe, expect, test } from "vitest";
import { checkNavigation } from "../../src/docs/check-navigation.ts";
import { checkTwins } from "../../src/docs/check-twins.ts";
import { parseNavigation } from "../../src/docs/read-navigation.ts";
import { formatIssue } from "../../src/report/terminal.ts";

const write = (...names: string[]) => `import type { Section } from "../src/docs/navigation.ts";

/** The order. */
export const navigation = [
  {
    title: "Start", // a comment
    slug: "start",
    system: "both",
    pages: [${names.map((name) => `"${name}"`).join(", ")}],
  },
] as const satisfies readonly Section[];
`;
const page = (slug: string) => ({
  slug,
  file: `content/docs/${slug}.mdx`,
  titlePlace: { line: 2, column: 1 },
});
const check = (names: string[], slugs: string[]) =>
  checkNavigation(parseNavigation(write(...names)), slugs.map(page)).map(formatIssue);

describe("the navigation", () => {
  test("is read as it is written, and fits its pages", () => {
    const { sections, issues } = parseNavigation(write("index", "decide"));
    expect(issues).toEqual([]);
    expect(sections).toEqual([
      { title: "Start", slug: "start", system: "both", pages: ["index", "decide"] },
    ]);
    expect(check(["index", "decide"], ["decide", "index"])).toEqual([]);
  });

  test("names no page that is not there, and leaves none out", () => {
    expect(check(["index", "decdie"], ["index", "decide"])).toEqual([
      "unknown-page  content/navigation.ts:9:22\n" +
        '  There is no page "decdie". Did you mean "decide"?\n' +
        "  Write content/docs/decdie.mdx, or take the name out of the navigation.",
      "page-not-in-navigation  content/docs/decide.mdx:2:1\n" +
        '  The page "decide" is not in content/navigation.ts. Did you mean "decdie"?\n' +
        '  Add "decide" to the pages of a section.',
    ]);
  });

  test("names a page once: the second name is the wrong one", () => {
    expect(check(["index", "index"], ["index"])).toEqual([
      "page-listed-twice  content/navigation.ts:9:22\n" +
        '  "index" is in the navigation twice; a page has one place. Take one out.',
    ]);
  });

  test("has one file for each name", () => {
    const [issue, ...others] = checkNavigation(parseNavigation(write("kafka")), [
      page("kafka"),
      { ...page("kafka"), file: "content/docs/kafka/index.mdx" },
    ]);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ slug: "duplicate-page", file: "content/docs/kafka/index.mdx" });
  });

  test.each([
    ["is not there", undefined, "1:1"],
    ["exports nothing", "const other = [];\n", "1:1"],
    ["is computed", "export const navigation = [\n  ...others,\n];\n", "2:3"],
    ["lacks a key", write("index").replace('    slug: "start",\n', ""), "5:3"],
    ["has a wrong value", write("index").replace('"both"', '"water"'), "8:13"],
    ["does not parse", "export const navigation = [;\n", "1:27"],
  ])("that %s is refused at its place", (_, text, place) => {
    const { issues } = parseNavigation(text);
    expect(issues.map(({ slug, line, column }) => `${slug} ${line}:${column}`)).toEqual([
      `bad-navigation ${place}`,
    ]);
    expect(issues[0]?.message).toContain("Type: export const navigation = ");
  });
});

test("a twin exists, and answers", () => {
  const twin = (slug: string, other?: string) => ({
    slug,
    file: `content/docs/${slug}.mdx`,
    twin: other,
    twinPlace: { line: 3, column: 1 },
  });
  expect(checkTwins([twin("a", "b"), twin("b", "a"), twin("c")])).toEqual([]);
  const wrong = checkTwins([
    twin("kafka/consuming", "wire/server"),
    twin("wire/server"),
    twin("index", "wire/serve"),
  ]);
  expect(wrong.map(formatIssue)).toEqual([
    "twin-not-mutual  content/docs/kafka/consuming.mdx:3:1\n" +
      "  Twins name each other, but content/docs/wire/server.mdx names no twin.\n" +
      "  Write there: twin: kafka/consuming",
    "unknown-twin  content/docs/index.mdx:3:1\n" +
      '  There is no page "wire/serve". Did you mean "wire/server"?',
  ]);
});
