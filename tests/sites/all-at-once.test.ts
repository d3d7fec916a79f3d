import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "../commands/run-command.ts";
import { layOutRealSite } from "./real-site.ts";

// `unlisted.mdx` is the one page that the test's navigation leaves out.
const page = "content/docs/kafka/unlisted.mdx";
const lines = [
  "---",
  "title: Broken in every way",
  "lead: For tests.",
  "kind: mechanics",
  "system: both",
  "versions: []",
  "changed: 2026-11-23",
  "---",
  "",
  "A sentence with a note.[^missing]",
  "",
  '<Runs sample="nothing" />',
  "",
  "```ts",
  'const limit: number = "five";',
  "console.log(limit);",
  "```",
];
/** Slug and line of all that is wrong with it; a row for each. */
const wrong: readonly (readonly [string, number])[] = [
  ["bad-front-matter", 4],
  ["page-not-in-navigation", 2],
  ["unknown-note", 10],
  ["unknown-run", 12],
  ["type-error", 15],
];

describe("a page that is wrong in every way", () => {
  let root: string;
  beforeAll(async () => {
    root = await layOutRealSite("all-at-once", {
      "docs/index.mdx": `${lines.slice(0, 8).join("\n").replace("mechanics", "mechanism")}\n\nWords.\n`,
      "docs/kafka/unlisted.mdx": `${lines.join("\n")}\n`,
    });
  });
  const check = async (...args: string[]) => {
    const command = runCommand(root, path.join(root, "src", "commands", "check.ts"), args);
    const { code } = await command.ended;
    return { code, output: command.output() };
  };

  test("is told everything in one check, each at its place, without a stack", async () => {
    const { code, output } = await check();
    expect(code, output).toBe(1);
    for (const [slug, line] of wrong)
      expect(output).toMatch(new RegExp(`^${slug}  ${RegExp.escape(page)}:${line}:\\d+$`, "m"));
    expect(output).not.toMatch(/^\s+at .*\d+:\d+\)?$/m);
  });

  test("and in JSON", async () => {
    const { code, output } = await check("--json");
    expect(code).toBe(1);
    const { issues } = JSON.parse(output.slice(output.indexOf("{"))) as {
      issues: { slug: string; file: string; line: number }[];
    };
    const found = issues
      .filter(({ file }) => file === page)
      .map(({ slug, line }) => `${slug} ${line}`);
    expect(new Set(found)).toEqual(new Set(wrong.map(([slug, line]) => `${slug} ${line}`)));
    expect(found).toHaveLength(wrong.length);
  });
});
