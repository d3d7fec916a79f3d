import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { openCleanList } from "../cache/clean-list.ts";
import { hashTools } from "../cache/tools.ts";
import type { Issue } from "../report/issue.ts";
import { SAMPLES_FOLDER } from "../samples/find-samples.ts";
import { lintModules } from "./lint.ts";
import { browserFolders, MODULES_FOLDER, type Unit } from "./units.ts";

/**
 * Lints the units that compile; for the others the compiler's error is enough. A clean unit is linted again only
 * after it or something it imports has changed.
 *
 * @param broken absolute paths of the units that do not compile
 * @param hashes absolute path of a unit → a hash of everything it means; absent when that is unknown
 */
export async function lintUnits(
  root: string,
  units: readonly Unit[],
  broken: ReadonlySet<string>,
  hashes: ReadonlyMap<string, string>,
): Promise<Issue[]> {
  const clean = openCleanList(root, "linted-samples", hashTools(root, ["cache", "compile"]));
  const generated = path.join(root, SAMPLES_FOLDER, "gen") + path.sep;
  const linted = new Map(
    units
      .filter(
        (unit) =>
          unit.expect === undefined &&
          !broken.has(unit.file) &&
          !unit.file.startsWith(generated) &&
          !clean.has(hashes.get(unit.file)),
      )
      .map((unit) => [path.relative(root, unit.file).replaceAll("\\", "/"), unit]),
  );
  if (linted.size > 0) await configureModules(root, [...linted.values()]);
  const findings = await lintModules(
    root,
    [...linted].map(([file, { text, kind }]) => ({ file, text, isFence: kind === "fence" })),
    "content",
  );
  const wrong = new Set(findings.map(({ file }) => file));
  for (const [file, unit] of linted) if (!wrong.has(file)) clean.add(hashes.get(unit.file));
  clean.save();
  return findings.flatMap(({ file, line, column, slug, code, message }) => {
    const place = linted.get(file)?.locate(line, column);
    return place === undefined ? [] : [{ slug, ...place, code, message }];
  });
}

/**
 * Writes the modules and their tsconfig.json to disk for the linter. The compiler writes them only when it has work.
 * The linter takes the tsconfig.json above a module, and the one for fences lets `./` imports find the samples.
 */
async function configureModules(root: string, units: readonly Unit[]): Promise<void> {
  const browsers = browserFolders(root);
  const folders = [
    { samples: path.join(root, SAMPLES_FOLDER), modules: path.join(root, MODULES_FOLDER) },
    ...(existsSync(browsers.samples) ? [browsers] : []),
  ];
  for (const { samples, modules } of folders) {
    const configuration = {
      extends: path.join(samples, "tsconfig.json"),
      compilerOptions: { noEmit: true, moduleDetection: "force", rootDirs: [samples, modules] },
      include: ["**/*.ts"],
    };
    await mkdir(modules, { recursive: true });
    await writeFile(path.join(modules, "tsconfig.json"), JSON.stringify(configuration));
  }
  for (const { kind, file, text } of units) {
    if (kind === "file") continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
