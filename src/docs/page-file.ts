import path from "node:path";
import { fileURLToPath } from "node:url";

/** The page for which a Markdown plugin runs, from the repository's root; empty for text without a file. */
export function pageFile(root: string, fileURL: URL | undefined): string {
  return fileURL === undefined
    ? ""
    : path.relative(root, fileURLToPath(fileURL)).replaceAll("\\", "/");
}
