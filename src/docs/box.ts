import type { RootContent } from "mdast";

/** Markdown has no `div`: a block quote that names another element. */
export function box(
  className: string,
  children: readonly RootContent[],
  hName = "div",
  properties: Readonly<Record<string, string>> = {},
): Extract<RootContent, { type: "blockquote" }> {
  return {
    type: "blockquote",
    data: { hName, hProperties: { className: [className], ...properties } },
    children: children as Extract<RootContent, { type: "blockquote" }>["children"],
  };
}
