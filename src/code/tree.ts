import { hastToHtml } from "shiki/core";

type Tree = Parameters<typeof hastToHtml>[0];

export type Element = Extract<
  Extract<Tree, { type: "root" }>["children"][number],
  { type: "element" }
>;
export type Content = Element["children"][number];

/** An element of a tree that becomes HTML: escaping is done there, once. */
export function element(
  tagName: string,
  properties: Readonly<Record<string, string>>,
  children: Content[],
): Element {
  return { type: "element", tagName, properties, children };
}

export function text(value: string): Content {
  return { type: "text", value };
}

export function toHtml(tree: Element): string {
  return hastToHtml(tree);
}
