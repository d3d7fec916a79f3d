import { readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkSite, type CheckedSite } from "../../src/check/index.ts";
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

  test("shows what ran: output, the runs with a fault, what crossed the wire, the events", async () => {
    const html = await built("recorded/runs/index.html");
    const text = textOfHtml(html).replace(/\s+/g, " ");
    expect(text).toContain("$ node push-and-resume.ts 0 sent again 1000 sent");
    expect(text).toContain("6 more lines");
    expect(text).toContain("Killed at 500. Warehouse killed, back 2 s later.");
    expect(text).toMatch(
      /with a hundred on their way ?as written.*without call\.write\(delivery\);/,
    );
    expect(html).toContain("<b>100</b>");
    expect(text).toContain("≈ late: moves with the clock");
    expect(text).toContain(
      "Recorded 23 Nov 2026. Times count from the first start. One subscription, two calls. all 50 events",
    );
    expect(html).toContain("Warehouse crashes: killed at 0.541 s.");
    expect(html).toContain("500 handled late and again, 501 to 762 handled late");
    expect(text).toContain("Commit first. The bookmark ran ahead. 38 lost, 362 late, 30 twice.");
  });

  test("links each record, and serves it as it was recorded", async () => {
    const html = await built("recorded/runs/index.html");
    const links = [...html.matchAll(/href="(\/receipts\/[^"]+)"/g)].map(([, url = ""]) => url);
    expect([...new Set(links)].sort()).toEqual([
      "/receipts/recorded/commit-first.json",
      "/receipts/recorded/push-and-resume.2.wire.txt",
      "/receipts/recorded/push-and-resume.json",
    ]);
    for (const url of links)
      expect(await built(url)).toBe(await readFile(path.join(content, url), "utf8"));
  });

  test("leads from an address that a page had to what it said, and lists neither", async () => {
    const html = await built("moved/index.html");
    expect(html).toContain(`http-equiv="refresh" content="0;url=/recorded/runs/#the-runs"`);
    expect(html).toMatch(/rel="canonical" href="https:[^"]+\/recorded\/runs\/#the-runs"/);
    expect(html).toContain(`<a href="/recorded/runs/#the-runs">`);
    expect(html).toContain(`name="robots" content="noindex"`);
    expect(html).not.toContain("data-pagefind-body");
    expect(await built("sitemap.xml")).not.toContain("/moved/");
  });

  test("draws marks with patterns that are on the page, each once", async () => {
    const html = await built("recorded/runs/index.html");
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const used = [...html.matchAll(/url\(#([^)]+)\)/g)].map(([, id]) => id);
    expect(used.length).toBeGreaterThan(5);
    expect(used.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("has no style attribute on any page, and no script in place but the theme's", async () => {
    for (const page of Object.keys(await hashFolder(path.join(root, "dist")))) {
      if (!page.endsWith(".html") || page === "moved/index.html") continue;
      const html = await built(page);
      expect(html, page).not.toMatch(/<[^>]+\sstyle="/);
      expect([...html.matchAll(/<script(?![^>]*\bsrc=)/g)], page).toHaveLength(1);
    }
  });
});

describe("a component that asks for what did not run", () => {
  test("makes the next build fail, naming the page and what there is", async () => {
    const page = path.join(root, "content/docs/recorded/runs.mdx");
    const good = await readFile(page, "utf8");
    const broken = good.replace('<Runs sample="push-and-resume"', '<Runs sample="push-and-resum"');
    await writeContent(root, { "docs/recorded/runs.mdx": broken });
    const { code, output } = await buildRealSite(root);
    await writeContent(root, { "docs/recorded/runs.mdx": good });

    expect(code).toBe(1);
    expect(output).toContain("unknown-run  content/docs/recorded/runs.mdx:18:7");
    expect(output).toContain('Did you mean "recorded/push-and-resume"?');
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
