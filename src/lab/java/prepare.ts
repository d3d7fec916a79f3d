import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { Program } from "../scenario.ts";
import { compileProject, findJarsOf, type SourceFolder } from "./compile.ts";
import { type JavaLaunch, launchJava } from "./launch.ts";
import type { JavaSource } from "./source.ts";
import { Failure } from "../../report/failure.mjs";

/** Returns the command line of a Java program of a run, with the address of its brokers if there are any. */
export type LaunchJava = (program: Program, bootstrap: string | undefined) => JavaLaunch;

export interface JavaRun {
  /** The run's copy of `content/samples`. */
  readonly samples: string;
  /** Absolute path of the subject's folder in that copy, which programs' files are relative to. */
  readonly folder: string;
  /** Temporary folder for the programs. */
  readonly temporary: string;
  readonly programs: readonly Program[];
}

export function isJava({ file }: Pick<Program, "file">): boolean {
  return file.endsWith(".java");
}

/** Compiles what the Java programs of a run need. @throws Failure when there is no JDK, or a file does not compile */
export async function prepareJava(run: JavaRun, source: JavaSource): Promise<LaunchJava> {
  const classPaths = new Map<string, readonly string[]>();
  for (const program of run.programs.filter(isJava)) {
    if (source.kind === "none") throw new Failure("no-java", source.why);
    const { project, sources } = placeOf(program, run);
    const only = source.isOther === true ? path.basename(program.file) : undefined;
    const compile = (of: SourceFolder) => compileProject(run.samples, project, of, source, only);
    const classes = [
      await compile(sources),
      ...(sources === "test" ? [await compile("main")] : []),
    ];
    const { files } = await findJarsOf(path.join(run.samples, project), sources, source);
    classPaths.set(program.file, [...classes, ...files]);
  }
  return (program, bootstrap) => {
    const classPath = classPaths.get(program.file);
    if (classPath === undefined || source.kind === "none")
      throw new Error(`${program.file} was not compiled.`);
    const { project, sources } = placeOf(program, run);
    mkdirSync(run.temporary, { recursive: true });
    return launchJava(
      {
        name: path.basename(program.file, ".java"),
        sources,
        arguments: program.arguments ?? [],
        bootstrap,
      },
      classPath,
      {
        java: source.java,
        folder: path.join(run.samples, project),
        temporary: run.temporary,
      },
    );
  };
}

/** Finds the Maven project of a file, and its folder of sources there. @throws Failure when it is in no project */
export function placeOf(
  { file }: Pick<Program, "file">,
  { samples, folder }: Pick<JavaRun, "samples" | "folder">,
): { readonly project: string; readonly sources: SourceFolder } {
  const own = path.dirname(path.join(folder, file));
  const sources = path.basename(own);
  const project = path.relative(samples, path.dirname(own));
  if (existsSync(path.join(samples, project, "pom.xml"))) {
    if (sources === "main" || sources === "test") return { project, sources };
  }
  throw new Failure(
    "no-project",
    `${file} belongs to no Maven project.\n` +
      "  A Java sample lies in main/ or test/, beside a pom.xml: content/samples/java/main",
  );
}
