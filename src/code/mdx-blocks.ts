import type { MdastPluginDefinition, MdxJsxFlowElement } from "satteri";
import type { CheckedSite } from "../check/index.ts";
import { pageFile } from "../docs/page-file.ts";
import { renderBlock } from "./block-tree.ts";

/**
 * The Markdown plugin that puts a checked block in place of each fence and `<Sample>`. It matches blocks by position,
 * so an unchecked block cannot be shown. It returns a component node, because raw HTML would be parsed as Markdown
 * again.
 *
 * @param checked returns the result of the last check
 */
export function codeBlocks(
  root: string,
  checked: () => Promise<CheckedSite>,
): MdastPluginDefinition {
  const show = async (node: Placed, fileURL: URL | undefined): Promise<MdxJsxFlowElement> => {
    const page = pageFile(root, fileURL);
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
    code: (node, context) => show(node, context.fileURL),
    async mdxJsxFlowElement(node, context) {
      if (node.name === "Sample") context.replaceNode(node, await show(node, context.fileURL));
    },
  };
}

interface Placed {
  readonly position?: { readonly start: { line: number; column: number } } | undefined;
}
