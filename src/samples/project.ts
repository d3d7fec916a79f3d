import type { Sample } from "../check/checked-site.ts";
import { optionsOfCopy } from "./compiler-options.ts";

/** Whether a sample can be downloaded as a project, which its language decides. */
export function hasProject(sample: Pick<Sample, "language" | "generated">): boolean {
  return ["ts", "java"].includes(sample.language) && !sample.generated;
}

/** The command to type in the folder of a project to see that it works. */
export function howToStart({ language, run }: Pick<Sample, "language" | "run">): string {
  if (language === "java") return run ?? "mvn -q compile";
  return `npm install && npm ${run === undefined ? "run check" : "start"}`;
}

/** Tools that a project needs besides the sample's own packages, so that it can be type-checked. */
export interface ProjectTools {
  /** Exact version. */
  readonly typescript: string;
  readonly typesNode: string;
  /** Package without types of its own → exact version of its `@types/…`. */
  readonly types: Readonly<Record<string, string>>;
}

/** The name of a project's folder and archive: `follow-orders`. */
export function projectName(id: string): string {
  return id.split("/").at(-1) ?? id;
}

/**
 * The files of a project with one sample and everything it needs, path → text. In an empty folder it installs,
 * type-checks and, if the sample is a program, starts.
 *
 * @param files every sample by path, as readers copy them
 */
export function projectFiles(
  sample: Pick<Sample, "id" | "path" | "title" | "run" | "packages" | "neighbours" | "language">,
  files: ReadonlyMap<string, string>,
  tools: ProjectTools,
): Map<string, string> {
  return sample.language === "java"
    ? javaFiles(sample, files)
    : new Map([
        ...nodeFiles(sample, tools),
        ...listNeeded(sample).map((path) => [path, textOf(sample, path, files)] as const),
      ]);
}

/** Files of a Java sample. Its folder here is a Maven project already, so readers get the same folder. */
function javaFiles(
  sample: Pick<Sample, "path" | "neighbours">,
  files: ReadonlyMap<string, string>,
): Map<string, string> {
  const pom = sample.neighbours.find((path) => path.endsWith("/pom.xml"));
  if (pom === undefined) throw new Error(`There is no pom.xml above ${sample.path}.`);
  const folder = pom.slice(0, -"pom.xml".length);
  return new Map(
    listNeeded(sample).map((path) => [path.slice(folder.length), textOf(sample, path, files)]),
  );
}

function nodeFiles(
  sample: Pick<Sample, "id" | "path" | "title" | "run" | "packages">,
  tools: ProjectTools,
): [path: string, text: string][] {
  const packageFile = {
    name: projectName(sample.id),
    version: "1.0.0",
    description: sample.title,
    private: true,
    type: "module",
    engines: { node: ">=24" },
    scripts: {
      ...(sample.run === undefined ? {} : { start: `node ${sample.path}` }),
      check: "tsc",
    },
    dependencies: sample.packages,
    devDependencies: {
      "@types/node": tools.typesNode,
      ...Object.fromEntries(
        Object.keys(sample.packages).flatMap((name) => {
          const version = tools.types[name];
          return version === undefined ? [] : [[`@types/${name}`, version]];
        }),
      ),
      typescript: tools.typescript,
    },
  };
  const configuration = { compilerOptions: optionsOfCopy(sample.path) };
  return [
    ["package.json", toJson(packageFile)],
    ["tsconfig.json", toJson(configuration)],
  ];
}

function listNeeded({ path, neighbours }: Pick<Sample, "path" | "neighbours">): string[] {
  return [path, ...neighbours].sort();
}

function textOf(
  sample: Pick<Sample, "path">,
  path: string,
  files: ReadonlyMap<string, string>,
): string {
  const text = files.get(path);
  if (text === undefined) throw new Error(`${sample.path} needs ${path}, which is no sample.`);
  return text;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
