import { readdirSync } from "node:fs";
import path from "node:path";
import { ifThere } from "./read-if-there.ts";

/** Paths of all files below a folder, relative to it, with forward slashes, sorted; none when it does not exist. */
export function listFiles(folder: string): string[] {
  const entries =
    ifThere(() => readdirSync(folder, { withFileTypes: true, recursive: true })) ?? [];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .sort();
}

/** Paths of the HTML files below a folder, as {@link listFiles} gives them. */
export function listHtml(folder: string): string[] {
  return listFiles(folder).filter((file) => file.endsWith(".html"));
}
