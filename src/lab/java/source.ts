import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { findJava, type Java, type Search } from "../jvm/find-java.ts";
import type { Jars } from "../jvm/jars.ts";
import type { JarSet } from "../jvm/jar-sets.ts";
import { getJars } from "../jvm/get-jars.ts";

/** What compiles and starts Java programs. */
export interface JavaTools {
  readonly java: Java;
  /** Path of `javac`. */
  readonly compiler: string;
  /** What programs are compiled and started with. */
  readonly jars: Jars;
  /** The same for tests; absent when none is to be run. */
  readonly testJars?: Jars;
  /** The jars are of another version of Kafka, which may warn of what is right in ours. */
  readonly isOther?: true;
}

/** The Java of this machine; or why samples in Java are not run. */
export type JavaSource =
  ({ readonly kind: "java" } & JavaTools) | { readonly kind: "none"; readonly why: string };

/**
 * Looks for a JDK and the jars that Java samples need, which Maven downloads when they are not in the cache folder.
 *
 * @param isTested whether JUnit is needed too
 * @param say is told what takes time
 * @throws Failure when a jar is not what the committed list has
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

/** Looks for the compiler of a Java: a runtime alone has none. */
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
