import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkSite, type CheckedBlock, type CheckedSite } from "../../src/check/index.ts";
import { layOutSite } from "../sites/lay-out-site.ts";

const content = path.join(import.meta.dirname, "fixtures", "accepts", "content");
const read = (file: string) => readFile(path.join(content, file), "utf8");

let site: CheckedSite;
beforeAll(async () => {
  site = await checkSite(await layOutSite("accepts", content));
});

function blocksOf(page: string): readonly CheckedBlock[] {
  const blocks = site.blocks.get(`content/docs/${page}.mdx`);
  if (blocks === undefined) throw new Error(`No page ${page}.`);
  return blocks;
}
const codeOf = (page: string) => blocksOf(page).map((block) => block.code);

test("good content is not complained about", () => {
  expect(site.issues).toEqual([]);
});

test("everything is counted", () => {
  const { unproven, ...counts } = site.counts;
  expect(counts).toEqual({
    ...{ pages: 9, files: 10, programs: 3, fences: 8, excerpts: 5, expectedErrors: 2 },
    ...{ executed: 2, faults: 3, counterfactuals: 1 },
    notRun: [
      { file: "content/samples/recorded/warehouse.ts", reason: "push-and-resume.ts starts it" },
    ],
  });
  expect(unproven).toMatchObject([
    { file: "content/docs/unproven.mdx", line: 10, language: "sh" },
    { line: 14, language: "json", reason: "a piece of a file" },
  ]);
});

test("an expected error is shown in the compiler's own words", () => {
  expect(blocksOf("expected-errors").map((block) => block.errors)).toEqual([
    [{ code: "TS2322", message: "Type 'number' is not assignable to type 'string'." }],
    [
      {
        code: "TS2345",
        message: "Argument of type 'number' is not assignable to parameter of type 'string'.",
      },
    ],
  ]);
});

test("a fence in a list or a quote loses its container, not its indent", () => {
  expect(codeOf("containers")).toEqual([
    "export const first = {\n  one: 1,\n};",
    "export const second = 2;",
    "export const third = 3;\n\nexport const fourth = 4;",
  ]);
});

describe("a file from another system", () => {
  test("with CRLF is shown with plain line ends", () => {
    expect(codeOf("crlf")).toEqual([
      "export const one = 1;\n\nexport const two = `line\nend`;",
      "export const twice = [\n  LIMIT,\n  LIMIT,\n];",
    ]);
    expect(blocksOf("crlf")[1]?.preface?.code).toBe("export const LIMIT = 5;");
  });

  test("with a byte order mark is shown without it", () => {
    expect(codeOf("bom")).toEqual(["// A file with a byte order mark.\nexport const one = 1;"]);
  });
});

test("code that looks like markup is shown as it was written, in a fence and from a file", async () => {
  const [, written] = (await read("docs/nasty.mdx")).split("````").map((part) => part.slice(3));
  expect(written).toContain("</script>");
  const [fence, file, excerpt] = codeOf("nasty");
  expect(`${fence}\n`).toBe(written);
  expect(`${excerpt}\n`).toBe(written);
  expect(file).toContain(excerpt);
});

describe("nested regions", () => {
  test("are shown without markers, the outer one with all of the inner one", () => {
    const [outer, inner] = codeOf("regions");
    expect(inner).toBe('export function inner(): string {\n  return "inner";\n}');
    expect(outer).toContain(inner);
    expect(outer).toMatch(/^export function outer[\s\S]*export const after = 1;$/);
    expect(outer).not.toContain("#");
  });

  test("take a note to the line that it quotes", () => {
    expect(blocksOf("regions")[1]?.notes).toEqual([
      {
        line: 1,
        words: [
          { text: "said of ", code: false },
          { text: "one", code: false },
          { text: " line, with ", code: false },
          { text: "code", code: true },
          { text: " in it.", code: false },
        ],
      },
    ]);
  });
});

describe("what ran", () => {
  test("names the rungs that its runs have proven", () => {
    const rungs = Object.fromEntries(site.samples.map((sample) => [sample.id, sample.rungs]));
    const checked = ["typed", "linted"];
    expect(rungs["recorded/commit-first"]).toEqual([...checked, "executed"]);
    expect(rungs["recorded/push-and-resume"]).toEqual([
      ...[...checked, "executed", "fault-injected", "counterfactual"],
    ]);
    expect(rungs["recorded/kept"]).toEqual(checked);
    expect(rungs["recorded/warehouse"]).toEqual(checked);
  });

  test("stands under a block where the page asks for it, and always on the sample's own page", () => {
    expect(blocksOf("recorded/runs").map((block) => block.receipt?.sample)).toEqual([
      "recorded/push-and-resume",
      "recorded/commit-first",
    ]);
    expect(site.files.get("recorded/commit-first")?.receipt).toBeDefined();
    expect(site.files.get("recorded/kept")?.receipt).toBeUndefined();
    // Shown without the word "output".
    expect(blocksOf("regions").map((block) => block.receipt)).toEqual([undefined, undefined]);
  });

  test("a scenario and its parts are no samples", () => {
    expect(site.samples.filter(({ path: file }) => file.includes("scenario"))).toEqual([]);
    expect(site.samples.map(({ id }) => id)).toContain("recorded/push-and-resume");
  });
});
