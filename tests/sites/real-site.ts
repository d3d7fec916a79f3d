import { createHash } from "node:crypto";
import { cp, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { DOCS_FOLDER } from "../../src/check/index.ts";
import { runCommand } from "../commands/run-command.ts";
import { layOutSite, project, type Content } from "./lay-out-site.ts";

const MADE_OF = ["src", "public", "astro.config.mjs", "package.json", "tsconfig.json"];

/** Lays content out as a site that can really be built: with the project's own source, and its pages in a navigation. */
export async function layOutRealSite(name: string, content: string | Content): Promise<string> {
  const root = await layOutSite(name, content);
  for (const part of MADE_OF) {
    await cp(path.join(project, part), path.join(root, part), { recursive: true });
  }
  await writeNavigation(root);
  return root;
}

/** Puts every page that is there into `content/navigation.ts`, but for those that are called `unlisted.mdx`. */
export async function writeNavigation(root: string): Promise<void> {
  const files = await readdir(path.join(root, DOCS_FOLDER), { recursive: true });
  const slugs = files
    .filter((file) => file.endsWith(".mdx") && path.basename(file) !== "unlisted.mdx")
    .map((file) => file.replaceAll("\\", "/").replace(/\.mdx$/, ""))
    .sort();
  const pages = JSON.stringify([...slugs, "samples", "verified"]);
  await writeFile(
    path.join(root, "content", "navigation.ts"),
    `export const navigation = [{ title: "Pages", slug: "pages", system: "both", pages: ${pages} }] as const;\n`,
  );
}

/** Runs `npm run build` of a laid-out site, as a process of its own. To be called in a test. */
export async function buildRealSite(
  root: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly output: string }> {
  const build = runCommand(root, path.join(root, "src", "commands", "build.ts"), [], env);
  const { code } = await build.ended;
  return { code, output: build.output() };
}

/** Every file below a folder → its hash; empty for a folder that is not there. */
export async function hashFolder(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const hashes = files.map(async (file) => [
    path.relative(folder, file).replaceAll("\\", "/"),
    createHash("sha256")
      .update(await readFile(file))
      .digest("hex"),
  ]);
  return Object.fromEntries(await Promise.all(hashes)) as Record<string, string>;
}
