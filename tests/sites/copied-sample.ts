import { realpathSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ListedSample } from "./built-site.ts";
import { project } from "./lay-out-site.ts";

/** Does what the site tells a reader to do: puts every file that a sample needs, fetched from `site`, at its path. */
export async function copySample(
  site: string,
  sample: Pick<ListedSample, "files">,
  folder: string,
): Promise<void> {
  for (const file of sample.files) {
    const response = await fetch(site + file.url);
    if (!response.ok) throw new Error(`${file.url}: ${response.status}`);
    const target = path.join(folder, file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, await response.text());
  }
}

/** Installs packages into a folder, the listed ones only, as links to the project's. Throws when a version differs. */
export async function linkPackages(
  folder: string,
  packages: Readonly<Record<string, string>>,
): Promise<void> {
  await writeFile(path.join(folder, "package.json"), '{ "type": "module" }\n');
  for (const [name, version] of Object.entries(packages)) {
    const installed = realpathSync(path.join(project, "node_modules", name));
    const manifest = await readFile(path.join(installed, "package.json"), "utf8");
    const found = (JSON.parse(manifest) as { version: string }).version;
    if (found !== version) throw new Error(`${name} is ${found} here, and listed as ${version}.`);
    const link = path.join(folder, "node_modules", name);
    await mkdir(path.dirname(link), { recursive: true });
    await symlink(installed, link, "junction");
  }
}
