import { execFile } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { Maven } from "./find-java.ts";
import {
  type Dependency,
  type JarList,
  type JarSet,
  listDependencies,
  readJarList,
} from "./jar-sets.ts";
import { compareJars, findJars, type Jars } from "./jars.ts";
import { Failure } from "../../report/failure.mjs";

/** The only plugin that runs. Its version is fixed, and no lifecycle runs, so the machine's Maven adds no defaults. */
const PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.9.0";

const LIMIT_MS = 600_000;

/**
 * Downloads the jars that are missing in `folder`, and resolves to all jars. They are downloaded into a temporary
 * folder, compared with the list and then renamed one by one, so that several processes can do this at the same time.
 *
 * @throws Failure "jars-not-downloaded" when Maven fails, "jar-changed" when a jar differs from the list
 */
export async function downloadJars(
  maven: Maven,
  folder: string,
  {
    set = "broker",
    env = process.env,
    list = readJarList(set),
  }: { set?: JarSet; env?: NodeJS.ProcessEnv; list?: JarList } = {},
): Promise<Jars> {
  mkdirSync(dirname(folder), { recursive: true });
  const beside = mkdtempSync(`${folder}.`);
  try {
    await copyJars(maven, beside, listDependencies(set), env);
    const { missing, changed } = compareJars(beside, list);
    const [wrong] = [...changed, ...missing];
    if (wrong !== undefined) throw wrongJar(wrong, changed.length > 0);
    mkdirSync(folder, { recursive: true });
    for (const name of list.keys()) {
      // A jar that is there is right (findJars compared it), and must keep its time, which archives of classes depend
      // on.
      if (!existsSync(join(folder, name))) renameSync(join(beside, name), join(folder, name));
    }
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
  const jars = findJars(folder, list);
  if (jars === undefined)
    throw new Failure("jars-gone", `Jars vanish from ${folder}.\n  Type the command again.`);
  return jars;
}

/** Has Maven copy jars and their dependencies into a folder. @throws Failure "jars-not-downloaded" */
export function copyJars(
  maven: Maven,
  folder: string,
  dependencies: readonly Dependency[],
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const pom = join(folder, "pom.xml");
  writeFileSync(pom, writePom(dependencies));
  const options = ["-B", "-q", "-f", pom, `${PLUGIN}:copy-dependencies`];
  options.push("-DincludeScope=runtime", `-DoutputDirectory=${folder}`);
  return new Promise((resolve, reject) => {
    const settings = { cwd: folder, env, timeout: LIMIT_MS, maxBuffer: 1 << 26 };
    execFile(maven.command, options, settings, (error, stdout, stderr) => {
      if (error === null) return resolve();
      reject(notDownloaded(maven, dependencies, firstError(`${stdout}${stderr}`) ?? error.message));
    });
  });
}

function writePom(dependencies: readonly Dependency[]): string {
  const items = dependencies.map(
    ([group, artifact, version]) =>
      `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`,
  );
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>wire-and-log</groupId>
  <artifactId>broker</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <dependencies>
${items.join("\n")}
  </dependencies>
</project>
`;
}

/** Returns the first error in Maven's output, which has colours even in batch mode and repeats the error below. */
function firstError(output: string): string | undefined {
  const line = stripVTControlCharacters(output)
    .split("\n")
    .find((it) => it.includes("ERROR"));
  return line?.replace(/^.*?ERROR\]?\s*/, "").trim();
}

function notDownloaded(maven: Maven, [first]: readonly Dependency[], said: string): Failure {
  const version = first?.[2] ?? "";
  return new Failure(
    "jars-not-downloaded",
    `Maven ${maven.version} cannot download Kafka ${version}: ${said}\n` +
      "  It needs a repository in reach; where Maven Central is not, name a mirror in ~/.m2/settings.xml",
  );
}

function wrongJar(name: string, isThere: boolean): Failure {
  const what = isThere ? "brought other bytes than" : "did not bring a jar that";
  return new Failure(
    "jar-changed",
    `"${name}": Maven ${what} src/lab/jvm/*-jars.sha256 list.\n` +
      "  Delete Maven's own copy (find ~/.m2 -name '" +
      `${name}' -delete), or, if versions were changed on purpose, ` +
      "type: node src/lab/jvm/write-jar-list.ts",
  );
}
