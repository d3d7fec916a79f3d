import { existsSync } from "node:fs";
import path from "node:path";
import type { Issue } from "../report/issue.ts";
import type { Sample } from "./checked-site.ts";
import { SAMPLES_FOLDER, type SampleFile } from "../samples/find-samples.ts";
import { installedVersion, type ModuleImports } from "../compile/modules.ts";
import { pathBelow } from "../compile/units.ts";

/** Follows a sample's imports, and what its header says that it needs, to everything that a reader needs to run it elsewhere. */
export function describeSample(
  root: string,
  sample: SampleFile,
  imports: ReadonlyMap<string, ModuleImports>,
  linted: boolean,
): Sample {
  const own = path.join(root, SAMPLES_FOLDER, sample.path);
  const reached = new Set<string>([own]);
  const [files = [], needed = []] = partition(sample.needs ?? [], (need) => need.startsWith("."));
  for (const file of files) reached.add(path.join(path.dirname(own), file));
  for (const file of reached)
    for (const next of imports.get(file)?.neighbours ?? []) reached.add(next);
  const packages = [
    ...new Set([...[...reached].flatMap((file) => imports.get(file)?.packages ?? []), ...needed]),
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

function partition<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): Item[][] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}

/** What a header says that a sample needs, and that is no file and no package here. */
export function findUnknownNeeds(root: string, samples: readonly SampleFile[]): Issue[] {
  return samples.flatMap(({ file, path: own, source, needs = [] }) =>
    needs
      .filter((need) =>
        need.startsWith(".")
          ? !samples.some((it) => it.path === path.posix.join(path.posix.dirname(own), need))
          : installedVersion(need, root) === undefined,
      )
      .map((need) => ({
        slug: "unknown-need",
        file,
        line: source.split("\n").findIndex((line) => line.includes("Needs:")) + 1,
        column: 1,
        message: `"${need}" is no sample and no package that is installed. Type a path from this file, "../shop/v1/orders.proto", or a package's name.`,
      })),
  );
}
