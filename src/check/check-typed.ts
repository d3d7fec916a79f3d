import { existsSync } from "node:fs";
import path from "node:path";
import type { Block } from "../mdx/blocks.ts";
import type { Issue } from "../report/issue.ts";

/** Finds the blocks of shell lines that name a test which is not there. */
export function findUnknownTests(root: string, blocks: readonly Block[]): Issue[] {
  return blocks.flatMap((block): Issue[] => {
    if (block.kind !== "fence") return [];
    const { page, line, column, meta } = block;
    if (meta.typed === undefined || existsSync(path.join(root, meta.typed))) return [];
    return [
      {
        slug: "unknown-test",
        file: page,
        line,
        column,
        message: `No test "${meta.typed}" types these lines. Type its path from the project's root, or unproven="…" with the reason.`,
      },
    ];
  });
}
