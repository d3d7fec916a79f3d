import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { listFiles } from "../disk/list-files.ts";
import { readTextIfThere } from "../disk/read-if-there.ts";
import { hashOf } from "./closure.ts";

const SOURCES = path.dirname(import.meta.dirname);

/**
 * A hash of what answers, besides the files that are asked about: the installed packages, Node, our own code.
 *
 * @param root absolute path of the site, which is part of what compilers say
 * @param parts of this project: folders or files below `src`
 * @param files configuration, from `root`; it may be missing
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

/** Versions and integrity of everything in `node_modules`, as npm wrote it there. Without it nothing is remembered. */
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
