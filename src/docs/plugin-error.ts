import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ContentError } from "../report/content-error.ts";
import type { Issue } from "../report/issue.ts";

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Stops the page at a place in its own file. */
export function failAt(
  fileURL: URL | undefined,
  place: Place | undefined,
  problem: Pick<Issue, "slug" | "message">,
): never {
  const path = fileURL === undefined ? "page.mdx" : fileURLToPath(fileURL);
  const issue: Issue = {
    ...problem,
    file: relative(process.cwd(), path).replaceAll("\\", "/"),
    line: place?.line ?? 1,
    column: place?.column ?? 1,
  };
  throw new ContentError([issue], () => path);
}
