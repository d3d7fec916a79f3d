import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { Failure } from "../../report/failure.mjs";
import { getJars } from "../jvm/get-jars.ts";
import type { Jars } from "../jvm/jars.ts";
import { listRuntimeOnly, nameArtifact } from "../jvm/jar-sets.ts";
import { SAMPLES_FOLDER } from "../../check/index.ts";
import type { JavaTools } from "./source.ts";

/** The folders of sources of a Maven project; `main` is compiled before `test`. */
export type SourceFolder = "main" | "test";

/** The oldest Java that readers may have, as `maven.compiler.release` in the project's `pom.xml`. */
export const JAVA_RELEASE = 17;

/** Options that make warnings errors, deprecated and unchecked code among them, as strict as for TypeScript. */
const STRICT = ["-Xlint:deprecation,unchecked,rawtypes,cast,try,static", "-Werror"];

/** Folder of classes → their compilation in this process, running or done. */
const compilations = new Map<string, Promise<string>>();

/**
 * Compiles the files of one folder of a project, unless the same files were compiled before.
 *
 * @param samples the folder of samples, or its copy, that contains the project
 * @param project path of the project's folder, relative to `samples`
 * @param only with another version of Kafka, the one file to compile with what it uses: others may need what that
 * version has not
 * @returns the folder with the classes
 * @throws Failure with the file and line of each compile error
 */
export async function compileProject(
  samples: string,
  project: string,
  sources: SourceFolder,
  tools: JavaTools,
  only?: string,
): Promise<string> {
  const main = sources === "test" ? [await compileProject(samples, project, "main", tools)] : [];
  const own = path.join(samples, project);
  const { folder: cache, files: jars } = await findJarsOf(own, sources, tools);
  const notHere = embedsDebezium(own)
    ? new Set<string>()
    : listRuntimeOnly(sources === "main" ? "java" : "java-tests");
  const classPath = [...main, ...jars.filter((file) => !notHere.has(nameArtifact(file)))];
  const folder = path.join(samples, project, sources);
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".java"))
    .sort();
  const asked = only === undefined ? files : [only];
  const hash = createHash("sha256").update(
    JSON.stringify([tools.java.build, JAVA_RELEASE, STRICT, ...(only === undefined ? [] : [only])]),
  );
  for (const name of files)
    hash.update(`\n${name}\n`).update(readFileSync(path.join(folder, name)));
  for (const file of classPath) hash.update(`\n${file}`);
  const classes = path.join(
    path.dirname(cache),
    "java-classes",
    `${sources}-${hash.digest("hex").slice(0, 16)}`,
  );
  const compiled =
    compilations.get(classes) ??
    compile(folder, asked, classes, classPath, tools).catch((error: unknown) => {
      throw javaError(error, folder, path.posix.join(SAMPLES_FOLDER, project, sources));
    });
  compilations.set(classes, compiled);
  return compiled;
}

/** Whether the programs of this project embed Debezium, as its `pom.xml` says; no other program loads its jars. */
export function embedsDebezium(project: string): boolean {
  return readFileSync(path.join(project, "pom.xml"), "utf8").includes("<groupId>io.debezium<");
}

/**
 * Returns the jars that the classes of a folder run with; those of Debezium are downloaded for its first run.
 *
 * @param project absolute path of the project's folder
 */
export async function findJarsOf(
  project: string,
  sources: SourceFolder,
  { jars, testJars }: JavaTools,
): Promise<Jars> {
  if (embedsDebezium(project)) return (debezium ??= getDebezium());
  if (sources === "main") return jars;
  if (testJars === undefined)
    throw new Error("Tests are run, and findJavaSource was not asked for their jars.");
  return testJars;
}

let debezium: Promise<Jars> | undefined;

async function getDebezium(): Promise<Jars> {
  const jars = await getJars("debezium", process.env, console.log);
  if (jars.found === undefined) throw new Failure("no-java", jars.why);
  return jars.found;
}

/** Compiles into a temporary folder and renames it, so that other processes never see half of the classes. */
async function compile(
  folder: string,
  files: readonly string[],
  classes: string,
  classPath: readonly string[],
  { compiler, isOther }: JavaTools,
): Promise<string> {
  if (existsSync(classes)) return classes;
  const beside = `${classes}-${randomUUID()}`;
  mkdirSync(beside, { recursive: true });
  const lint = isOther === true ? [] : STRICT;
  const options = ["--release", String(JAVA_RELEASE), "-encoding", "UTF-8", "-proc:none"];
  const paths = ["-d", beside, "-cp", classPath.join(path.delimiter)];
  const args = [...options, ...lint, ...paths, "-sourcepath", ".", ...files];
  try {
    await new Promise<void>((resolve, reject) => {
      execFile(compiler, args, { cwd: folder }, (error, stdout, stderr) => {
        if (error === null) resolve();
        else reject(new Error(`${stdout}${stderr}`.trim() || error.message));
      });
    });
    try {
      renameSync(beside, classes);
    } catch (error) {
      // Another process has compiled the same classes first.
      if (!existsSync(classes)) throw error;
    }
    return classes;
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

/** Turns javac's `ReadDefaults.java:12: error: …` into a Failure with the file's path in the repository. */
function javaError(error: unknown, folder: string, shown: string): Failure {
  const said = error instanceof Error ? error.message : String(error);
  const lines = said
    .replaceAll(`${folder}${path.sep}`, "")
    .split("\n")
    .map((line) => line.replace(/^(\w+\.java:\d+): (?:error: )?/, `${shown}/$1\n  `));
  return new Failure("java-error", lines.join("\n"));
}
