import type { RootContent } from "mdast";
import { defineMdastPlugin } from "satteri";
import type { MdastPluginDefinition } from "satteri";
import type { CheckedContent } from "../check/check-content.ts";
import { issuesOfPage } from "../check/issues-of-page.ts";
import type { Issue } from "../report/issue.ts";
import { box } from "./box.ts";
import { pageFile } from "./page-file.ts";

/**
 * The Markdown plugin of the dev server that adds a banner to pages with records that are out of date, and says what
 * to type. In a build such a record is an error.
 */
export function staleBanner(
  root: string,
  checked: () => Promise<CheckedContent>,
): MdastPluginDefinition {
  return defineMdastPlugin({
    name: "stale-banner",
    async before(tree, context) {
      const { stale } = issuesOfPage(await checked(), pageFile(root, context.fileURL));
      if (stale.length === 0) return;
      const banner = box("stale-banner", stale.flatMap(describe), "div", { role: "status" });
      context.prependChild(tree, banner);
    },
  });
}

function describe({ file, slug, message }: Issue): RootContent[] {
  const [what = "", ...toType] = message.split("\n");
  return [
    {
      type: "paragraph",
      children: [
        { type: "strong", children: [{ type: "text", value: slug }] },
        { type: "text", value: " " },
        { type: "inlineCode", value: file },
        { type: "text", value: ` ${[what, ...toType].join(" ")}` },
      ],
    },
  ];
}
