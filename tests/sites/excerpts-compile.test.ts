import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { codeTexts } from "../code/text-of-html.ts";
import { builtSite, listedSamples, serveBuiltSite, sitemapPaths } from "./built-site.ts";
import { compile, copySample, linkPackages } from "./copied-sample.ts";
import { project } from "./lay-out-site.ts";

/** Strict, and nothing else: a reader's project. */
const OPTIONS = {
  strict: true,
  noEmit: true,
  target: "es2024",
  module: "nodenext",
  types: ["node"],
  allowImportingTsExtensions: true,
  verbatimModuleSyntax: true,
  skipLibCheck: true,
};

let site: Awaited<ReturnType<typeof serveBuiltSite>>;
let folder: string;
beforeAll(async () => {
  site = await serveBuiltSite();
  folder = await mkdtemp(path.join(tmpdir(), "wire-and-log-excerpts-"));
});
afterAll(async () => {
  await site.close();
  await rm(folder, { recursive: true, force: true });
});

test("every excerpt, put in the place of its file beside the files it needs, compiles", async () => {
  const excerpts = (await Promise.all(sitemapPaths.map(excerptsOf))).flat();
  expect(excerpts.length).toBeGreaterThan(0);
  const packages: Record<string, string> = {};
  for (const name of ["@types/node", "@types/pg"]) packages[name] = await versionOf(name);
  for (const [index, { page, id, text }] of excerpts.entries()) {
    const sample = listedSamples.find((it) => it.id === id);
    if (sample === undefined) throw new Error(`${page} shows ${id}, which is not in index.json.`);
    const own = path.join(folder, `excerpt-${index}`);
    await copySample(site.url, sample, own);
    await writeFile(path.join(own, sample.path), text);
    Object.assign(packages, sample.packages);
  }
  await writeFile(path.join(folder, "package.json"), '{ "type": "module" }\n');
  await linkPackages(folder, packages);
  const config = { compilerOptions: OPTIONS, include: ["excerpt-*/**/*.ts"] };
  await writeFile(path.join(folder, "tsconfig.json"), JSON.stringify(config));
  expect(await compile(folder)).toBe("");
});

/** What "copy" copies of each excerpt on a page: the folded part, then the shown lines. */
async function excerptsOf(page: string): Promise<{ page: string; id: string; text: string }[]> {
  const html = await readFile(path.join(builtSite, page, "index.html"), "utf8");
  const figures = html.matchAll(
    /<figure class="code(?: ran)?" data-sample="([^"]+)">([\s\S]*?)<\/figure>/g,
  );
  return [...figures].flatMap(([, id = "", figure = ""]) => {
    // Only an excerpt offers the file as well.
    if (!figure.includes("<copy-code src=")) return [];
    const parts = [...codeTexts(figure, "code-preface"), ...codeTexts(figure, "code-lines")];
    return [{ page, id, text: `${parts.join("\n\n")}\n` }];
  });
}

async function versionOf(name: string): Promise<string> {
  const file = path.join(project, "node_modules", name, "package.json");
  return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
}
