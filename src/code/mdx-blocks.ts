import path from "node:path";
import { fileURLToPath } from "node:url";
import type { MdastPluginDefinition, MdxJsxFlowElement } from "satteri";
import type { CheckedBlock, CheckedSite } from "../samples/index.ts";
import { ContentError } from "../report/content-error.ts";
import { renderBlock } from "./block-tree.ts";

/**
 * The Markdown plugin that puts a checked block where a page has a fence or a `<Sample>`. It matches by position, so a
 * block that was not checked cannot be shown; it returns a component node, never raw HTML, which would be parsed as
 * Markdown again.
 *
 * @param checked gives the result of the last check
 * @throws ContentError for a page with errors, at its first error's own line
 */
export function codeBlocks(
  root: string,
  checked: () => Promise<CheckedSite>,
): MdastPluginDefinition {
  const show = async (
    node: { readonly position?: { readonly start: { line: number; column: number } } | undefined },
    fileURL: URL | undefined,
  ): Promise<MdxJsxFlowElement> => {
    const site = await checked();
    const page =
      fileURL === undefined
        ? ""
        : path.relative(root, fileURLToPath(fileURL)).replaceAll("\\", "/");
    const blocks = site.blocks.get(page) ?? [];
    const errors = site.issues.filter(
      (issue) => issue.file === page || blocks.some((it) => cutFrom(it) === issue.file),
    );
    if (errors.length > 0) throw new ContentError(errors, (file) => path.join(root, file));
    const start = node.position?.start;
    const block = blocks.find((it) => it.line === start?.line && it.column === start.column);
    if (block === undefined) {
      throw new Error(
        `The block at ${page}:${start?.line}:${start?.column} was not checked. Is the page's file older than the check?`,
      );
    }
    const html = await renderBlock(block);
    return {
      type: "mdxJsxFlowElement",
      name: "CodeBlock",
      attributes: [{ type: "mdxJsxAttribute", name: "html", value: html }],
      children: [],
    };
  };
  return {
    name: "checked-code-blocks",
    options: { position: true },
    code: (node, context) => show(node, context.fileURL),
    async mdxJsxFlowElement(node, context) {
      if (node.name === "Sample") context.replaceNode(node, await show(node, context.fileURL));
    },
  };
}

function cutFrom(block: CheckedBlock): string | undefined {
  return block.sample === undefined ? undefined : `content/samples/${block.sample.path}`;
}
