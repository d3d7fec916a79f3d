import path from "node:path";
import type { Issue } from "../report/issue.ts";
import { SAMPLES_FOLDER, type SampleFile } from "./find-samples.ts";
import { lintModules } from "./lint.ts";
import { pathBelow, type Unit } from "./units.ts";

/** Lints what compiles: of a module that does not, the compiler has said what matters. */
export async function lintUnits(
  root: string,
  samples: readonly SampleFile[],
  fences: readonly Unit[],
  sound: ReadonlySet<string>,
): Promise<Issue[]> {
  const files = samples.filter(
    (sample) =>
      !sample.generated &&
      sample.expect === undefined &&
      sound.has(path.join(root, SAMPLES_FOLDER, sample.path)),
  );
  const modules = fences
    .filter((fence) => fence.expect === undefined && sound.has(fence.file))
    .map((fence) => ({ path: pathBelow(root, fence.file), text: fence.text }));
  const findings = await lintModules(root, files, modules);
  const byPath = new Map(fences.map((fence) => [pathBelow(root, fence.file), fence]));
  return findings.map(({ file, line, column, slug, code, message }) => {
    const place = byPath.get(file)?.locate(line, column) ?? {
      file: `${SAMPLES_FOLDER}/${file}`,
      line,
      column,
    };
    return { slug, ...place, code, message };
  });
}
