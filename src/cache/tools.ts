import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { listFiles } from "../disk/list-files.ts";
import { readTextIfThere } from "../disk/read-if-there.ts";
import { hashOf } from "./closure.ts";

const SOURCES = path.dirname(import.meta.dirname);

/**
 * Returns a hash of everything that an answer depends on besides the files it is about: the installed packages, Node
 * and our own code.
 *
 * @param root absolute path of the site, which appears in compilers' messages
 * @param parts folders or files of this project below `src`
 * @param files configuration files, from `root`; they may be missing
 */
export function hashTools(
  root: string,
  parts: readonly string[],
  files: readonly string[] = [],
): string {
  return hashOf([
    root,
    process.version,
    process.platform,
    installedPackages(root),
    ...parts.flatMap(readPart),
    ...files.flatMap((file) => [file, readTextIfThere(path.join(root, file)) ?? ""]),
  ]);
}

/**
 * Versions and integrity of everything in `node_modules`, from the file that npm writes there. Without that file
 * nothing is remembered.
 */
function installedPackages(root: string): string {
  for (let at = root; ; at = path.dirname(at)) {
    const text = readTextIfThere(path.join(at, "node_modules", ".package-lock.json"));
    if (text !== undefined) return text;
    if (at === path.dirname(at)) return randomUUID();
  }
}

function readPart(part: string): string[] {
  const place = path.join(SOURCES, part);
  if (path.extname(part) !== "") return [part, readFileSync(place, "utf8")];
  return listFiles(place).flatMap((file) => [
    `${part}/${file}`,
    readFileSync(path.join(place, file), "utf8"),
  ]);
}
