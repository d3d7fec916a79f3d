import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { listFiles } from "../disk/list-files.ts";
import { listLoadedPackages } from "./loaded-packages.ts";

const LAB = "src/lab";
const RECEIPTS = "src/receipts";
const SAMPLES = "content/samples";
const RELATIVE_IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"(\.{1,2}\/[^"]+)"/g;

/**
 * Computes the proof key: SHA-256, hexadecimal, over what makes and judges the runs of all samples. That is the code of
 * the lab, the files of `src/receipts` that it imports, the scenarios' helpers, the packages that runs load, and Node's
 * major version. Samples and scenarios are left out, since each receipt has a hash of its own over those.
 */
export function computeProofKey(root: string): string {
  const files = listProofFiles(root).map((file): [string, string] => [
    file,
    createHash("sha256")
      .update(readFileSync(path.join(root, file)))
      .digest("hex"),
  ]);
  const inputs = {
    node: process.versions.node.split(".")[0],
    files,
    packages: listLoadedPackages(root).map((it) => [it.path, it.version, it.integrity]),
  };
  return createHash("sha256").update(JSON.stringify(inputs)).digest("hex");
}

/** Lists the files that the key covers, as paths relative to the root, sorted. */
export function listProofFiles(root: string): readonly string[] {
  const lab = listFiles(path.join(root, LAB))
    .filter((file) => path.posix.basename(file) !== "README.md")
    .map((file) => `${LAB}/${file}`);
  const helpers = listFiles(path.join(root, SAMPLES))
    .filter((file) => file.endsWith(".scenario-parts.ts"))
    .map((file) => `${SAMPLES}/${file}`);
  return [...lab, ...importedReceipts(root, lab), ...helpers].sort();
}

/**
 * Lists the files of `src/receipts` that the lab imports, directly or through each other. Only the site uses the rest.
 */
function importedReceipts(root: string, from: readonly string[]): readonly string[] {
  const reached = new Set<string>(from);
  for (const file of reached) {
    if (!file.endsWith(".ts")) continue;
    for (const [, target = ""] of readFileSync(path.join(root, file), "utf8").matchAll(
      RELATIVE_IMPORT,
    )) {
      const imported = path.posix.join(path.posix.dirname(file), target);
      if (imported.startsWith(`${RECEIPTS}/`)) reached.add(imported);
    }
  }
  return [...reached].filter((file) => file.startsWith(`${RECEIPTS}/`));
}
