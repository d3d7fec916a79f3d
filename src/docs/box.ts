import type { RootContent } from "mdast";

/** An element with children. Markdown has no `div`, so it is a block quote that is rendered under another name. */
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
