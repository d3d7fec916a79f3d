import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MdastPluginDefinition, MdxJsxFlowElement } from "satteri";
import type { Issue } from "../report/issue.ts";
import { SAMPLES_FOLDER, type CheckedBlock, type CheckedSite } from "../check/index.ts";
import { ContentError } from "../report/content-error.ts";
import { renderBlock } from "./block-tree.ts";

/**
 * The Markdown plugin that puts a checked block where a page has a fence or a `<Sample>`. It matches by position, so a
 * block that was not checked cannot be shown; it returns a component node, never raw HTML, which would be parsed as
 * Markdown again.
 *
 * @param checked gives the result of the last check
 * @throws ContentError for a page with errors, at its own line
 */
export function codeBlocks(
  root: string,
  checked: () => Promise<CheckedSite>,
): MdastPluginDefinition {
  const pageOf = (fileURL: URL | undefined): string =>
    fileURL === undefined ? "" : path.relative(root, fileURLToPath(fileURL)).replaceAll("\\", "/");

  const show = async (node: Placed, fileURL: URL | undefined): Promise<MdxJsxFlowElement> => {
    const page = pageOf(fileURL);
    const start = node.position?.start;
    const blocks = (await checked()).blocks.get(page) ?? [];
    const block = blocks.find((it) => it.line === start?.line && it.column === start.column);
    if (block === undefined) {
      throw new Error(
        `The block at ${page}:${start?.line}:${start?.column} was not checked. Is the page's file older than the check?`,
      );
    }
    return {
      type: "mdxJsxFlowElement",
      name: "CodeBlock",
      attributes: [{ type: "mdxJsxAttribute", name: "html", value: await renderBlock(block) }],
      children: [],
    };
  };

  return {
    name: "checked-code-blocks",
    options: { position: true },
    async before(_tree, context) {
      const page = pageOf(context.fileURL);
      const { issues, place } = issuesOfPage(await checked(), page);
      if (issues.length > 0) throw new ContentError(issues, (file) => path.join(root, file), place);
    },
    code: (node, context) => show(node, context.fileURL),
    async mdxJsxFlowElement(node, context) {
      if (node.name === "Sample") context.replaceNode(node, await show(node, context.fileURL));
    },
  };
}

/** What is wrong on a page or in a file that it shows or needs, and the line of the page to point at. */
function issuesOfPage(
  site: CheckedSite,
  page: string,
): { issues: readonly Issue[]; place: Pick<Issue, "file" | "line" | "column"> | undefined } {
  const neighbours = new Map(site.samples.map((sample) => [sample.id, sample.neighbours]));
  const blockOfFile = new Map<string, CheckedBlock>();
  for (const block of site.blocks.get(page) ?? []) {
    if (block.sample === undefined) continue;
    for (const file of [block.sample.path, ...(neighbours.get(block.sample.id) ?? [])]) {
      const shown = `${SAMPLES_FOLDER}/${file}`;
      if (!blockOfFile.has(shown)) blockOfFile.set(shown, block);
    }
  }
  const issues = site.issues.filter(({ file }) => file === page || blockOfFile.has(file));
  const [first] = issues;
  const block = first === undefined ? undefined : blockOfFile.get(first.file);
  return {
    issues,
    place: block === undefined ? first : { file: page, line: block.line, column: block.column },
  };
}

interface Placed {
  readonly position?: { readonly start: { line: number; column: number } } | undefined;
}
