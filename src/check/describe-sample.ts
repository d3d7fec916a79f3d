import path from "node:path";
import type { Issue } from "../report/issue.ts";
import type { Sample } from "./checked-site.ts";
import { SAMPLES_FOLDER, type SampleFile } from "../samples/find-samples.ts";
import { openVersions, type ModuleImports } from "../compile/modules.ts";
import { pathBelow } from "../compile/units.ts";

/** What describing one sample needs to know about all samples. */
interface Surroundings {
  readonly root: string;
  readonly imports: ReadonlyMap<string, ModuleImports>;
  readonly isLinted: boolean;
  readonly versionOf: ReturnType<typeof openVersions>;
  /** Paths of all samples below `content/samples`. */
  readonly paths: ReadonlySet<string>;
}

/** Follows each sample's imports and its header's `Needs:` to everything a reader needs to run it elsewhere. */
export function describeSamples(
  root: string,
  samples: readonly SampleFile[],
  imports: ReadonlyMap<string, ModuleImports>,
  isLinted: boolean,
): Sample[] {
  const paths = new Set(samples.map((sample) => sample.path));
  const versionOf = openVersions(root);
  return samples.map((sample) =>
    describeSample(sample, { root, imports, isLinted, versionOf, paths }),
  );
}

function describeSample(
  sample: SampleFile,
  { root, imports, isLinted, versionOf, paths }: Surroundings,
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
    .map((file) => file.replace(/^gen\/(.*?)(?:_pb)?\.ts$/, "$1.proto"));
  return {
    ...sample,
    systems: [...new Set([...reached].flatMap((file) => imports.get(file)?.systems ?? []))].sort(),
    neighbours: [...neighbours, ...protos.filter((proto) => paths.has(proto))].sort(),
    packages: Object.fromEntries(
      packages.map((name) => [name, versionOf(name) ?? "not installed"]),
    ),
    rungs:
      sample.language === "ts"
        ? isLinted && !sample.generated
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

/** Reports needs in a header that are neither a file nor a package here. */
export function findUnknownNeeds(root: string, samples: readonly SampleFile[]): Issue[] {
  const paths = new Set(samples.map((sample) => sample.path));
  const versionOf = openVersions(root);
  return samples.flatMap(({ file, path: own, source, needs = [] }) =>
    needs
      .filter((need) =>
        need.startsWith(".")
          ? !paths.has(path.posix.join(path.posix.dirname(own), need))
          : versionOf(need) === undefined,
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
