import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import type { Counterfactual } from "./scenario.ts";

/**
 * Takes the line out of the copy of the samples in `folder`, and type-checks the copy: what fails must be the guarantee.
 *
 * @throws Error when the line is not there exactly once, or when the copy does not compile
 */
export async function applyCounterfactual(
  { file, line, instead = "" }: Counterfactual,
  folder: string,
): Promise<void> {
  const target = path.join(folder, file);
  const text = readFileSync(target, "utf8");
  const found = text.split(line).length - 1;
  if (found !== 1) {
    throw new Error(
      `no-such-line  ${file} has ${found === 0 ? "no" : found} "${line}".\n` +
        "  A counterfactual quotes a piece of the file that stands there once.",
    );
  }
  // A function: "$&" in what stands there instead means nothing.
  writeFileSync(
    target,
    text.replace(line, () => instead),
  );
  const complaints = await compile(target);
  if (complaints !== "") {
    throw new Error(
      `broken-counterfactual  ${file} without "${line}" does not compile.\n  ${complaints.trim().replaceAll("\n", "\n  ")}`,
    );
  }
}

/** Complaints of the compiler about one file, names that nobody uses any more aside. */
function compile(file: string): Promise<string> {
  const packageFile = createRequire(import.meta.url).resolve("typescript/package.json");
  const tsc = path.join(path.dirname(packageFile), "bin", "tsc");
  const strict = ["--strict", "--noUncheckedIndexedAccess", "--exactOptionalPropertyTypes"];
  const modules = ["--module", "nodenext", "--target", "es2024", "--moduleDetection", "force"];
  const own = ["--noEmit", "--types", "node", "--skipLibCheck", "--allowImportingTsExtensions"];
  const args = [
    tsc,
    "--ignoreConfig",
    ...strict,
    ...modules,
    ...own,
    "--verbatimModuleSyntax",
    file,
  ];
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: path.dirname(file) }, (error, stdout, stderr) =>
      resolve(error === null ? "" : `${stdout}${stderr}` || error.message),
    );
  });
}
