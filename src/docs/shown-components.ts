import { defineMdastPlugin } from "satteri";
import type { MdastPluginDefinition, MdxJsxFlowElement } from "satteri";
import type { CheckedContent } from "../check/check-content.ts";
import { pageFile } from "./page-file.ts";

/**
 * The Markdown plugin that gives each component the data that the check prepared for it, as its prop `shown` in the
 * page's own module. It matches components by position, so an unchecked component gets nothing.
 */
export function shownComponents(
  root: string,
  checked: () => Promise<Pick<CheckedContent, "components">>,
): MdastPluginDefinition {
  return defineMdastPlugin({
    name: "shown-components",
    options: { position: true },
    async mdxJsxFlowElement(
      { name, position },
      { fileURL },
    ): Promise<MdxJsxFlowElement | undefined> {
      const found = (await checked()).components
        .get(pageFile(root, fileURL))
        ?.find(
          ({ line, column }) => line === position?.start.line && column === position.start.column,
        );
      if (found === undefined || found.name !== name) return undefined;
      const value = {
        type: "mdxJsxAttributeValueExpression",
        value: JSON.stringify(found.shown),
      } as const;
      const shown = { type: "mdxJsxAttribute", name: "shown", value } as const;
      return { type: "mdxJsxFlowElement", name, attributes: [shown], children: [] };
    },
  });
}
