import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findJava, type Java, type Search } from "../jvm/find-java.ts";
import type { Jars } from "../jvm/jars.ts";
import type { JarSet } from "../jvm/jar-sets.ts";
import { getJars } from "../jvm/get-jars.ts";

/** The tools that compile and start Java programs. */
export interface JavaTools {
  readonly java: Java;
  /** Path of `javac`. */
  readonly compiler: string;
  /** The jars that programs are compiled and run with. */
  readonly jars: Jars;
  /** The jars that tests are compiled and run with; absent when no test is to be run. */
  readonly testJars?: Jars;
  /** Set when the jars are of another version of Kafka, with which the samples may cause warnings. */
  readonly isOther?: true;
}

/** The Java tools of this machine, or the reason why samples in Java are not run. */
export type JavaSource =
  ({ readonly kind: "java" } & JavaTools) | { readonly kind: "none"; readonly why: string };

/**
 * Looks for a JDK and the jars that Java samples need, which Maven downloads when they are not in the cache folder.
 *
 * @param isTested whether JUnit is needed too
 * @param say prints what takes time
 * @throws Failure when a jar differs from the committed list of hashes
 */
export async function findJavaSource(
  isTested: boolean,
  env: NodeJS.ProcessEnv = process.env,
  say: (line: string) => void = console.log,
): Promise<JavaSource> {
  const java = findJava(env);
  if (java.found === undefined) return none(java.why);
  const compiler = findCompiler(java.found);
  if (compiler.found === undefined) return none(compiler.why);
  const sets: readonly JarSet[] = isTested ? ["java", "java-tests"] : ["java"];
  const found: Jars[] = [];
  for (const set of sets) {
    const jars = await getJars(set, env, say);
    if (jars.found === undefined) return none(jars.why);
    found.push(jars.found);
  }
  const [jars, testJars] = found;
  if (jars === undefined) return none("no jars");
  return {
    kind: "java",
    java: java.found,
    compiler: compiler.found,
    jars,
    ...(testJars === undefined ? {} : { testJars }),
  };
}

/** Looks for the compiler of a Java, which a mere runtime does not have. */
export function findCompiler({ command, version }: Java): Search<string> {
  // `/usr/bin/java` is a link into the JDK on some systems; on others the compiler is a link beside it.
  const folders = [dirname(realpathSync(command)), dirname(command)];
  const found = folders.map((folder) => join(folder, "javac")).find(existsSync);
  if (found !== undefined) return { found };
  return { why: `"${command}" is Java ${version} without its compiler, javac: a JDK is needed` };
}

function none(why: string): JavaSource {
  return { kind: "none", why: `Nothing here compiles and runs Java: ${why}` };
}
