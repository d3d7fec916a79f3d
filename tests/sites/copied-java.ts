import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { readMavenRun } from "../../src/lab/java/launch.ts";
import { prepareJava } from "../../src/lab/java/prepare.ts";
import { findJavaSource } from "../../src/lab/java/source.ts";

const source = await findJavaSource(true);

/** Whether Java samples can be compiled and run here; where not, it is said once. */
export const hasJava = source.kind === "java";
if (source.kind === "none")
  console.error(`NOT RUN  Java samples copied out of the site: ${source.why}`);

/**
 * Runs a Java program as its command says, without Maven: compiled with the files of its folder alone. Rejects unless it
 * exits with 0.
 *
 * @param folder the one that holds the project's, `java`
 * @param project name of the project's folder
 */
export async function runJavaProgram(
  command: string,
  folder: string,
  project: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  const typed = readMavenRun(command);
  if (typed === undefined) throw new Error(`"${command}" is not run by Maven.`);
  const program = { file: `${typed.name}.java`, arguments: typed.arguments };
  const sources = command.includes(" test ") ? "test" : "main";
  const launch = await prepareJava(
    {
      samples: folder,
      folder: path.join(folder, project, sources),
      temporary: path.join(folder, "tmp"),
      programs: [program],
    },
    source,
  );
  const { command: java, args, folder: cwd } = launch(program, undefined);
  return promisify(execFile)(java, args, { cwd, timeout: 60_000, killSignal: "SIGKILL" });
}
