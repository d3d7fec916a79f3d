import { existsSync } from "node:fs";
import path from "node:path";
import type { Sample } from "./checked-site.ts";
import { SAMPLES_FOLDER, type SampleFile } from "./find-samples.ts";
import { installedVersion, type ModuleImports } from "./modules.ts";
import { pathBelow } from "./units.ts";

/** Follows a sample's imports to everything that a reader needs to run it elsewhere. */
export function describeSample(
  root: string,
  sample: SampleFile,
  imports: ReadonlyMap<string, ModuleImports>,
  linted: boolean,
): Sample {
  const own = path.join(root, SAMPLES_FOLDER, sample.path);
  const reached = new Set<string>([own]);
  for (const file of reached)
    for (const next of imports.get(file)?.neighbours ?? []) reached.add(next);
  const packages = [
    ...new Set([...reached].flatMap((file) => imports.get(file)?.packages ?? [])),
  ].sort();
  const neighbours = [...reached]
    .filter((file) => file !== own)
    .map((file) => pathBelow(root, file));
  const protos = neighbours
    .filter((file) => file.startsWith("gen/"))
    .map((file) => file.replace(/^gen\/(.*)\.ts$/, "$1.proto"));
  return {
    ...sample,
    systems: [...new Set([...reached].flatMap((file) => imports.get(file)?.systems ?? []))].sort(),
    neighbours: [
      ...neighbours,
      ...protos.filter((proto) => existsSync(path.join(root, SAMPLES_FOLDER, proto))),
    ].sort(),
    packages: Object.fromEntries(
      packages.map((name) => [name, installedVersion(name, root) ?? "not installed"]),
    ),
    rungs:
      sample.language === "ts"
        ? linted && !sample.generated
          ? ["typed", "linted"]
          : ["typed"]
        : sample.language === "proto"
          ? ["compiled"]
          : [],
  };
}
