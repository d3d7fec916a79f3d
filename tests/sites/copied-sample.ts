import { execFile } from "node:child_process";
import { existsSync, realpathSync } from "node:fs";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { ListedSample } from "./built-site.ts";
import { project } from "./lay-out-site.ts";

/** Longer than any program or compiler takes on a slow machine. */
const HANGS_MS = 60_000;
const tsc = path.join(realpathSync(path.join(project, "node_modules/typescript")), "bin", "tsc");

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

/** Installs packages into a folder, the listed ones only, as links to this project's. Throws when a version differs. */
export async function linkPackages(
  folder: string,
  packages: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, version] of Object.entries(packages)) {
    const installed = realpathSync(path.join(project, "node_modules", name));
    const manifest = await readFile(path.join(installed, "package.json"), "utf8");
    const found = (JSON.parse(manifest) as { version: string }).version;
    if (found !== version) throw new Error(`${name} is ${found} here, and listed as ${version}.`);
    const link = path.join(folder, "node_modules", name);
    await mkdir(path.dirname(link), { recursive: true });
    if (!existsSync(link)) await symlink(installed, link, "junction");
  }
}

/** Runs a command of the form "node file.ts" on this Node. Rejects unless it exits with 0. */
export async function runProgram(
  command: string,
  folder: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const [program, ...options] = command.split(" ");
  if (program !== "node") throw new Error(`"${command}" is not run by Node.`);
  return promisify(execFile)(process.execPath, options, {
    cwd: folder,
    timeout: HANGS_MS,
    killSignal: "SIGKILL",
  });
}

/** The compiler's complaints about a folder with a tsconfig.json; empty when there are none. */
export async function compile(folder: string): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [tsc, "-p", folder], (error, stdout, stderr) =>
      resolve(error === null ? "" : `${stdout}${stderr}${error.message}`),
    );
  });
}
