import { describe, expect, test } from "vitest";
import { ContentError } from "../../src/report/content-error.ts";
import { compareIssues, type Issue } from "../../src/report/issue.ts";
import { formatIssue, formatIssues } from "../../src/report/terminal.ts";

const issue: Issue = {
  slug: "unknown-region",
  file: "content/docs/consuming.mdx",
  line: 41,
  column: 3,
  message: 'No region "comit".\nRegions there: commit.',
};

describe("an issue in a terminal", () => {
  test("is a place that a terminal can open, then indented words", () => {
    expect(formatIssue(issue)).toBe(
      [
        "unknown-region  content/docs/consuming.mdx:41:3",
        '  No region "comit".',
        "  Regions there: commit.",
      ].join("\n"),
    );
  });

  test("leads with the compiler's code where there is one", () => {
    const text = formatIssue({ ...issue, code: "TS2345", message: "Not assignable." });
    expect(text.split("\n")[1]).toBe("  TS2345: Not assignable.");
  });

  test("is one of several, counted at the end", () => {
    expect(formatIssues([issue])).toBe(`${formatIssue(issue)}\n\n1 error`);
    expect(formatIssues([issue, issue])).toMatch(/\n\n2 errors$/);
  });
});

test("issues are in the order of files, lines and columns, consequences last", () => {
  const at = (
    file: string,
    line: number,
    column: number,
    slug: Issue["slug"] = "broken-link",
  ): Issue => ({
    ...issue,
    ...{ file, line, column, slug },
  });
  const sorted = [
    at("a", 2, 9),
    at("a", 10, 1),
    at("a", 10, 2),
    at("b", 1, 1),
    at("b", 1, 1, "type-error"),
    at("a", 1, 1, "stale-receipt"),
  ];
  expect([...sorted].reverse().sort(compareIssues)).toEqual(sorted);
});

test("an error for a build holds every issue, and opens at the first", () => {
  const error = new ContentError([issue, { ...issue, line: 50 }], (file) => `/site/${file}`);
  expect(error.message).toContain("content/docs/consuming.mdx:41:3");
  expect(error.message).toContain("content/docs/consuming.mdx:50:3");
  expect(error.title).toBe("unknown-region");
  expect(error.loc).toEqual({ file: "/site/content/docs/consuming.mdx", line: 41, column: 3 });
});
