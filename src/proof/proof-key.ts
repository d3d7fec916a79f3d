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
 * The proof key: SHA-256, hexadecimal, over what makes and judges all runs and is in no receipt's hash. That is the code
 * of the lab, what it imports of the receipts, the scenarios' helpers, the packages that runs load, and Node's major
 * version. Samples and scenarios are not in it: a receipt's own hash covers those.
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

/** The files that the key is made of, from the root, sorted. */
export function listProofFiles(root: string): readonly string[] {
  const lab = listFiles(path.join(root, LAB))
    .filter((file) => path.posix.basename(file) !== "README.md")
    .map((file) => `${LAB}/${file}`);
  const helpers = listFiles(path.join(root, SAMPLES))
    .filter((file) => file.endsWith(".scenario-parts.ts"))
    .map((file) => `${SAMPLES}/${file}`);
  return [...lab, ...importedReceipts(root, lab), ...helpers].sort();
}

/** Files of the receipts that the lab imports, directly or through others of them: pages use the rest. */
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
