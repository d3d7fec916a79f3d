import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkSite, type CheckedSite } from "../../src/samples/index.ts";
import { codeTexts, textOfHtml } from "../code/text-of-html.ts";
import { writeContent } from "./lay-out-site.ts";
import { buildRealSite, hashFolder, layOutRealSite } from "./real-site.ts";

const content = path.join(import.meta.dirname, "..", "samples", "fixtures", "accepts", "content");
let root: string;
const built = (file: string): Promise<string> => readFile(path.join(root, "dist", file), "utf8");

beforeAll(async () => {
  root = await layOutRealSite("good", content);
});

describe("a build of good content", () => {
  let site: CheckedSite;

  test("succeeds", async () => {
    site = await checkSite(root);
    const { code, output } = await buildRealSite(root);
    expect(code, output).toBe(0);
  });

  test("shows on each page what was checked, character by character", async () => {
    expect(site.blocks.size).toBeGreaterThan(5);
    for (const [page, blocks] of site.blocks) {
      const html = await built(`${page.slice("content/docs/".length, -".mdx".length)}/index.html`);
      expect(codeTexts(html, "code-lines"), page).toEqual(blocks.map((block) => block.code));
      const prefaces = blocks.flatMap((block) => block.preface?.code ?? []);
      expect(codeTexts(html, "code-preface"), page).toEqual(prefaces);
    }
  });

  test("shows code that looks like markup as its file has it", async () => {
    const file = await readFile(path.join(content, "samples/nasty/nasty.ts"), "utf8");
    const code = file.replace(/^.*\n\/\/ #region all\n([\s\S]*)\n\/\/ #endregion all\n$/, "$1");
    expect(code).toContain("</script>");
    const [fence, , excerpt] = codeTexts(await built("nasty/index.html"), "code-lines");
    expect(fence).toBe(code);
    expect(excerpt).toBe(code);
  });

  test("shows the compiler's own message where an error is expected", async () => {
    expect(textOfHtml(await built("expected-errors/index.html"))).toContain(
      "error TS2322: Type 'number' is not assignable to type 'string'.",
    );
  });

  test("shows a note beside the line that it quotes", async () => {
    expect(await built("regions/index.html")).toMatch(
      /class="line focus">.*inner.*\n<span class="code-note">said of one line, with <code>code<\/code> in it\.<\/span>/,
    );
  });

  test("offers each file as its own text, and a twin for hosts that know .ts as video", async () => {
    const source = await readFile(path.join(content, "samples/regions/nested.ts"), "utf8");
    const text = source.replaceAll(/^\/\/ #.*\n/gm, "");
    expect(await built("samples/regions/nested.ts")).toBe(text);
    expect(await built("samples/regions/nested.ts.txt")).toBe(text);
    expect(codeTexts(await built("samples/regions/nested/index.html"), "code-lines")).toHaveLength(
      1,
    );
  });

  test("copies of a whole file what the file is", async () => {
    for (const { id, path: file, text } of site.samples) {
      const html = await built(`samples/${id}/index.html`);
      const shown = [...codeTexts(html, "code-preface"), ...codeTexts(html, "code-lines")];
      expect(`${shown.join("\n\n")}\n`, file).toBe(text);
    }
  });

  test("has no style attribute on any page, and no script in place but the theme's", async () => {
    for (const page of Object.keys(await hashFolder(path.join(root, "dist")))) {
      if (!page.endsWith(".html")) continue;
      const html = await built(page);
      expect(html, page).not.toMatch(/<[^>]+\sstyle="/);
      expect([...html.matchAll(/<script(?![^>]*\bsrc=)/g)], page).toHaveLength(1);
    }
  });
});

describe("one broken line in one sample", () => {
  test("makes the next build fail at that line, and leaves the built site as it was", async () => {
    const before = await hashFolder(path.join(root, "dist"));
    expect(Object.keys(before)).toContain("crlf/index.html");
    await writeContent(root, {
      "samples/neighbours/name.ts": "// A neighbour.\nexport const name: string = 5;\n",
    });

    const { code, output } = await buildRealSite(root);
    expect(code).toBe(1);
    expect(output).toContain("type-error  content/samples/neighbours/name.ts:2:14\n  TS2322: ");
    expect(output).toContain("\n1 error\n");
    expect(await hashFolder(path.join(root, "dist"))).toEqual(before);
  });
});
