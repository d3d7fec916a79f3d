import { symlinkSync, writeFileSync } from "node:fs";
import { copyFile, cp, mkdir } from "node:fs/promises";
import path from "node:path";
import { SAMPLES_FOLDER } from "../../check/index.ts";

/**
 * Copies the files of a run into its folder, and links `node_modules`, so that they lie as in a reader's project.
 *
 * @param files paths below `content/samples`; for a Java file, its whole project is copied, since it is compiled at
 * once
 * @param folder folder of the run
 * @returns the copy of `content/samples`
 */
export async function copySamples(
  root: string,
  files: readonly string[],
  folder: string,
): Promise<string> {
  const from = path.join(root, SAMPLES_FOLDER);
  const samples = path.join(folder, "samples");
  const projects = new Set(
    files.filter((file) => file.endsWith(".java")).map((file) => path.dirname(path.dirname(file))),
  );
  const folders = new Set(files.map((file) => path.dirname(file)));
  await Promise.all([...folders].map((it) => mkdir(path.join(samples, it), { recursive: true })));
  await Promise.all(files.map((file) => copyFile(path.join(from, file), path.join(samples, file))));
  for (const project of projects) {
    await cp(path.join(from, project), path.join(samples, project), {
      recursive: true,
      filter: (file) => path.basename(file) !== "target",
    });
  }
  writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }\n');
  symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"), "dir");
  return samples;
}
