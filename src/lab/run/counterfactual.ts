import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { compileProject } from "../java/compile.ts";
import { isJava, placeOf } from "../java/prepare.ts";
import type { JavaSource } from "../java/source.ts";
import { commandLineOf, optionsOfCopy } from "../../samples/compiler-options.ts";
import { kindOfConfig } from "../proxies/kinds.ts";
import type { Counterfactual } from "../scenario.ts";
import { Failure } from "../../report/failure.mjs";

/**
 * Takes the line out of the run's copy of the sample, and type-checks the copy, so that the run fails for want of the
 * line's promise and not by a compile error.
 *
 * @param folder the subject's folder in the copy
 * @param samples the copy of `content/samples` that contains `folder`
 * @throws Failure when the line does not occur exactly once, or when the copy does not compile
 */
export async function applyCounterfactual(
  { file, line, instead = "" }: Counterfactual,
  folder: string,
  samples: string,
  java: JavaSource,
): Promise<void> {
  const target = path.join(folder, file);
  const text = readFileSync(target, "utf8");
  const found = text.split(line).length - 1;
  if (found !== 1) {
    throw new Failure(
      "no-such-line",
      `${file} has ${found === 0 ? "no" : found} "${line}".\n` +
        "  A counterfactual quotes a piece of the file that stands there once.",
    );
  }
  // A function, so that "$&" in the replacement has no special meaning.
  writeFileSync(
    target,
    text.replace(line, () => instead),
  );
  // The program that reads a configuration checks it.
  if (kindOfConfig(file) !== undefined) return;
  const complaints = isJava({ file })
    ? await compileJava({ file }, { samples, folder }, java)
    : await compile(target, path.relative(samples, target));
  if (complaints !== "") {
    throw new Failure(
      "broken-counterfactual",
      `${file} without "${line}" does not compile.\n  ${complaints.trim().replaceAll("\n", "\n  ")}`,
    );
  }
}

async function compileJava(
  program: { readonly file: string },
  place: { readonly samples: string; readonly folder: string },
  java: JavaSource,
): Promise<string> {
  if (java.kind === "none") throw new Failure("no-java", java.why);
  const { project, sources } = placeOf(program, place);
  try {
    await compileProject(place.samples, project, sources, java);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Returns the compiler's errors for one file. Unused names are allowed, since removing a line may leave some. */
function compile(file: string, samplePath: string): Promise<string> {
  const packageFile = createRequire(import.meta.url).resolve("typescript/package.json");
  const tsc = path.join(path.dirname(packageFile), "bin", "tsc");
  const args = [tsc, "--ignoreConfig", ...commandLineOf(optionsOfCopy(samplePath)), file];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: path.dirname(file) }, (error, stdout, stderr) =>
      resolve(error === null ? "" : `${stdout}${stderr}` || error.message),
    );
  });
}
