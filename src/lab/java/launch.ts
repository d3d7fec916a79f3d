import path from "node:path";
import type { SourceFolder } from "./compile.ts";
import type { Java } from "../jvm/find-java.ts";

/** The command that starts a Java program, and what a reader types instead. */
export interface JavaLaunch {
  readonly command: string;
  readonly args: readonly string[];
  /** The project's folder, where the program runs. */
  readonly folder: string;
  readonly typed: string;
}

export interface JavaProgram {
  /** Name of the program's class. */
  readonly name: string;
  readonly sources: SourceFolder;
  readonly arguments: readonly string[];
  /** Address of the run's brokers; absent in a run without brokers. */
  readonly bootstrap: string | undefined;
}

/** The address of brokers that a program uses when it gets none as an argument. */
const USUAL_BOOTSTRAP = "localhost:9092";

/** Options for a small program that starts quickly, and that keep the JVM's messages off its standard output. */
const FLAGS = [
  "-Xmx256m",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:-UsePerfData",
  // The JVM prints its own warnings on standard output by default.
  "-Xlog:disable",
  "-Xlog:all=error:stderr",
  "-Dfile.encoding=UTF-8",
  "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
];

/**
 * Returns the command line of a program.
 *
 * @param temporary the run's own temporary folder, given to the program as `java.io.tmpdir`
 */
export function launchJava(
  program: JavaProgram,
  classPath: readonly string[],
  {
    java,
    folder,
    temporary,
  }: { readonly java: Java; readonly folder: string; readonly temporary: string },
): JavaLaunch {
  const start = [...FLAGS, `-Djava.io.tmpdir=${temporary}`, "-cp", classPath.join(path.delimiter)];
  if (program.sources === "test") {
    const quiet = ["--disable-banner", "--details=none", "--fail-if-no-tests"];
    const junit = ["org.junit.platform.console.ConsoleLauncher", "execute", ...quiet];
    const args = [...start, ...junit, `--select-class=${program.name}`];
    return { command: java.command, args, folder, typed: `mvn -q test -Dtest=${program.name}` };
  }
  const { bootstrap } = program;
  const own = bootstrap === undefined ? [] : [bootstrap];
  return {
    command: java.command,
    args: [...start, program.name, ...own, ...program.arguments],
    folder,
    typed: typeMain(program),
  };
}

/** Returns what a reader types, with the usual address of the brokers only where further arguments follow it. */
function typeMain({ name, arguments: more, bootstrap }: JavaProgram): string {
  const typed = more.length > 0 && bootstrap !== undefined ? [USUAL_BOOTSTRAP, ...more] : more;
  return (
    `mvn -q compile exec:java -Dexec.mainClass=${name}` +
    (typed.length === 0 ? "" : ` -Dexec.args="${typed.join(" ")}"`)
  );
}

/** Reads the class and the arguments from the Maven command in a sample's header; `undefined` for other commands. */
export function readMavenRun(
  run: string,
): { readonly name: string; readonly arguments: readonly string[] } | undefined {
  const main = /^mvn -q compile exec:java -Dexec\.mainClass=(\w+)(?: -Dexec\.args="([^"]+)")?$/;
  const [, name, args = ""] = main.exec(run) ?? /^mvn -q test -Dtest=(\w+)$/.exec(run) ?? [];
  if (name === undefined) return undefined;
  return { name, arguments: args.split(" ").filter((word) => word !== "") };
}
