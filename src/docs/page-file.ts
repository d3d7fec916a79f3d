import path from "node:path";
import { fileURLToPath } from "node:url";

/** The page that a Markdown plugin is called for, from the repository's root; empty for a text without a file. */
export function pageFile(root: string, fileURL: URL | undefined): string {
  return fileURL === undefined
    ? ""
    : path.relative(root, fileURLToPath(fileURL)).replaceAll("\\", "/");
}
