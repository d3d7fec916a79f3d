import path from "node:path";
import type { SourceFolder } from "./compile.ts";
import type { Java } from "../jvm/find-java.ts";

/** How a Java program is started, and what a reader types for it. */
export interface JavaLaunch {
  readonly command: string;
  readonly args: readonly string[];
  /** The project's folder. */
  readonly folder: string;
  readonly typed: string;
}

export interface JavaProgram {
  /** Name of its class. */
  readonly name: string;
  readonly sources: SourceFolder;
  readonly arguments: readonly string[];
  /** Where the run's brokers are; absent in a run without. */
  readonly bootstrap: string | undefined;
}

/** What a program takes for the address of its brokers when it is told none. */
const USUAL_BOOTSTRAP = "localhost:9092";

/** Small and quick to start: code is compiled once, not twice. Standard output is the program's own. */
const FLAGS = [
  "-Xmx256m",
  "-XX:+UseSerialGC",
  "-XX:TieredStopAtLevel=1",
  "-XX:-UsePerfData",
  // The JVM's own warnings would stand on standard output.
  "-Xlog:disable",
  "-Xlog:all=error:stderr",
  "-Dfile.encoding=UTF-8",
  "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
];

/**
 * The command line of a program.
 *
 * @param temporary a folder of the run's own, for all that it writes elsewhere
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

/** What a reader types, whose broker is where a program looks for it. */
function typeMain({ name, arguments: more, bootstrap }: JavaProgram): string {
  const typed = more.length > 0 && bootstrap !== undefined ? [USUAL_BOOTSTRAP, ...more] : more;
  return (
    `mvn -q compile exec:java -Dexec.mainClass=${name}` +
    (typed.length === 0 ? "" : ` -Dexec.args="${typed.join(" ")}"`)
  );
}

/** The program that a sample's header says how to run; nothing when Maven is not told so. */
export function readMavenRun(
  run: string,
): { readonly name: string; readonly arguments: readonly string[] } | undefined {
  const main = /^mvn -q compile exec:java -Dexec\.mainClass=(\w+)(?: -Dexec\.args="([^"]+)")?$/;
  const [, name, args = ""] = main.exec(run) ?? /^mvn -q test -Dtest=(\w+)$/.exec(run) ?? [];
  if (name === undefined) return undefined;
  return { name, arguments: args.split(" ").filter((word) => word !== "") };
}
