import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Issue } from "../report/issue.ts";
import { SAMPLES_FOLDER } from "../samples/find-samples.ts";
import { lintModules } from "./lint.ts";
import { browserFolders, MODULES_FOLDER, type Unit } from "./units.ts";

/** Lints what compiles: of a module that does not, the compiler has said what matters. `sound` are absolute paths. */
export async function lintUnits(
  root: string,
  units: readonly Unit[],
  sound: ReadonlySet<string>,
): Promise<Issue[]> {
  const generated = path.join(root, SAMPLES_FOLDER, "gen") + path.sep;
  const linted = new Map(
    units
      .filter(
        ({ file, expect }) =>
          expect === undefined && sound.has(file) && !file.startsWith(generated),
      )
      .map((unit) => [path.relative(root, unit.file).replaceAll("\\", "/"), unit]),
  );
  await configureModules(root);
  const findings = await lintModules(
    root,
    [...linted].map(([file, { text, kind }]) => ({ file, text, isFence: kind === "fence" })),
  );
  return findings.flatMap(({ file, line, column, slug, code, message }) => {
    const place = linted.get(file)?.locate(line, column);
    return place === undefined ? [] : [{ slug, ...place, code, message }];
  });
}

/** The linter looks for a module's tsconfig.json above it; that of fences lets their `./` imports find the samples. */
async function configureModules(root: string): Promise<void> {
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
}
