import { readFile } from "node:fs/promises";
import path from "node:path";
import { keepByText } from "../cache/keep.ts";
import { listFiles } from "../disk/list-files.ts";
import type { Issue } from "../report/issue.ts";
import { ALIASES_ENDING, DOCS_FOLDER, type Page } from "./page.ts";
import { readPage } from "./read-page.ts";

const readKept = keepByText(readPage);

/** Reads all pages of a site, sorted by file. Files that cannot be pages are issues. */
export async function readPages(root: string): Promise<{ pages: Page[]; issues: Issue[] }> {
  const files = listDocs(root);
  const pages = files.filter((file) => file.endsWith(".mdx"));
  return {
    pages: await Promise.all(
      pages.map(async (file) => readKept(file, await readFile(path.join(root, file), "utf8"))),
    ),
    issues: files
      .filter((file) => !file.endsWith(".mdx") && !file.endsWith(ALIASES_ENDING))
      .map((file) => ({
        slug: "wrong-ending",
        file,
        line: 1,
        column: 1,
        message: `This file is no page: pages end in .mdx. Rename it to ${rename(file)}, or move it out of ${DOCS_FOLDER}.`,
      })),
  };
}

function listDocs(root: string): string[] {
  return listFiles(path.join(root, DOCS_FOLDER))
    .filter((file) => !path.posix.basename(file).startsWith("."))
    .map((file) => `${DOCS_FOLDER}/${file}`);
}

/** A file's name in small letters, `PAGE.MDX` → `page.mdx`, since addresses are written that way. */
function rename(file: string): string {
  const { dir, name } = path.posix.parse(file);
  return path.posix.join(dir, `${name.toLowerCase()}.mdx`);
}
