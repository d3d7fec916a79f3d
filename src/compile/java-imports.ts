import path from "node:path";
import type { System } from "../samples/systems.ts";
import { JAVA_CLIENTS } from "../samples/clients.ts";
import { SAMPLES_FOLDER, type SampleFile } from "../samples/find-samples.ts";
import type { ModuleImports } from "./modules.ts";

const IMPORT = /^import (?:static )?([\w.]+)\.([\w*]+);$/gm;

/**
 * The imports of each Java sample, by absolute path. Its neighbours are the `pom.xml` of its project and the
 * project's classes that it names. Those have no package and are not imported, so every word counts as a name: a
 * wrong match only gives a reader one file too many.
 */
export function readJavaImports(
  root: string,
  samples: readonly SampleFile[],
): ReadonlyMap<string, ModuleImports> {
  const java = samples.filter(({ language }) => language === "java");
  const poms = new Map(samples.map((sample) => [sample.path, sample]));
  const classes = new Map(java.map((sample) => [classKey(sample), sample]));
  return new Map(
    java.map((sample) => {
      const imported = [...sample.source.matchAll(IMPORT)];
      const last = imported.at(-1);
      const hues = imported.flatMap(([, from = "", name = ""]) => {
        const system = systemOf(`${from}.`);
        return system === undefined ? [] : [[name, system] as const];
      });
      const own = poms.get(pomPathOf(sample));
      const words = new Set(sample.source.match(/\w+/g));
      const named = [...words].flatMap((word) => classes.get(classKey(sample, word)) ?? []);
      const neighbours = [...(own === undefined ? [] : [own]), ...named].filter(
        (it) => it !== sample,
      );
      const imports: ModuleImports = {
        packages: [],
        specifiers: [],
        systems: [...new Set(hues.map(([, system]) => system))].sort(),
        neighbours: neighbours.map((it) => path.join(root, SAMPLES_FOLDER, it.path)).sort(),
        hues: Object.fromEntries(hues),
        importsEnd: last === undefined ? 0 : last.index + last[0].length,
        importCount: imported.length,
      };
      return [path.join(root, SAMPLES_FOLDER, sample.path), imports];
    }),
  );
}

/** The `pom.xml` for a file, which lies above the folders in which Maven looks for sources. */
function pomPathOf({ path: file }: Pick<SampleFile, "path">): string {
  return `${path.posix.dirname(path.posix.dirname(file))}/pom.xml`;
}

/** A class, identified by its project and its name. */
function classKey(
  sample: Pick<SampleFile, "path">,
  name = path.posix.basename(sample.path, ".java"),
): string {
  return `${pomPathOf(sample)} ${name}`;
}

function systemOf(name: string): System | undefined {
  return JAVA_CLIENTS.find(([prefix]) => name.startsWith(prefix))?.[1];
}
