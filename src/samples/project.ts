import type { Sample } from "./checked-site.ts";

/** What a project needs besides the sample's own packages, so that it can be checked where it lies. */
export interface ProjectTools {
  /** Exact versions. */
  readonly typescript: string;
  readonly typesNode: string;
}

/** The name of a project's folder and archive: `follow-orders`. */
export function projectName(id: string): string {
  return id.split("/").at(-1) ?? id;
}

/**
 * The files of a project that holds one sample and everything it needs, path → text: it installs, checks and, when the
 * sample is a program, starts in an empty folder.
 *
 * @param files every sample by path, as a reader copies them
 */
export function projectFiles(
  sample: Pick<Sample, "id" | "path" | "title" | "run" | "packages" | "neighbours">,
  files: ReadonlyMap<string, string>,
  tools: ProjectTools,
): Map<string, string> {
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
    devDependencies: { "@types/node": tools.typesNode, typescript: tools.typescript },
  };
  const configuration = {
    compilerOptions: {
      target: "es2024",
      module: "nodenext",
      types: ["node"],
      strict: true,
      noEmit: true,
      verbatimModuleSyntax: true,
      erasableSyntaxOnly: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
    },
  };
  const project = new Map([
    ["package.json", toJson(packageFile)],
    ["tsconfig.json", toJson(configuration)],
  ]);
  for (const path of [sample.path, ...sample.neighbours].sort()) {
    const text = files.get(path);
    if (text === undefined) throw new Error(`${sample.path} needs ${path}, which is no sample.`);
    project.set(path, text);
  }
  return project;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
