import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import {
  mdxToMdast,
  type MdastNode,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
} from "satteri";
import type { Issue } from "../report/issue.ts";
import type { Block, Report, SaidWords } from "./blocks.ts";
import { readFence } from "./read-fence.ts";
import { readSaidElement } from "./read-said-element.ts";
import { readSampleElement } from "./read-sample-element.ts";
import { normaliseText } from "../report/source-text.ts";

export const DOCS_FOLDER = "content/docs";

/** The paths of all pages from the repository's root, sorted. */
export async function listPages(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, DOCS_FOLDER), {
    withFileTypes: true,
    recursive: true,
  });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".mdx"))
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .sort();
}

/** Reads a page's blocks from disk; see {@link findBlocks}. */
export async function readBlocks(
  root: string,
  page: string,
): Promise<ReturnType<typeof findBlocks>> {
  return findBlocks(page, await readFile(path.join(root, page), "utf8"));
}

/** Finds every fence, `<Sample>` and `<Said>` of a page, in reading order, with exact positions. */
export function findBlocks(
  page: string,
  source: string,
): { blocks: Block[]; said: SaidWords[]; issues: Issue[] } {
  const text = normaliseText(source);
  const lines = text.split("\n");
  const blocks: Block[] = [];
  const said: SaidWords[] = [];
  const issues: Issue[] = [];
  const report: Report = (slug, line, column, message) => {
    issues.push({ slug, file: page, line, column, message });
  };

  const add = (block: Block | undefined): void => {
    if (block !== undefined) blocks.push(block);
  };
  const visit = (node: MdastNode): void => {
    if (node.type === "code") add(readFence(page, node, lines, report));
    else if (isElement(node, "Sample")) add(readSampleElement(page, node, report));
    else if (isElement(node, "Said")) said.push(...readSaidElement(page, node, report));
    else if ("children" in node) for (const child of node.children) visit(child);
  };

  try {
    visit(mdxToMdast(text, { features: { frontmatter: true } }));
  } catch (error) {
    const [, line, column, message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(errorText(error)) ?? [];
    report("mdx-syntax", Number(line ?? 1), Number(column ?? 1), message ?? errorText(error));
  }
  return { blocks, said, issues };
}

function isElement(node: MdastNode, name: string): node is MdxJsxFlowElement | MdxJsxTextElement {
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") && node.name === name
  );
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
