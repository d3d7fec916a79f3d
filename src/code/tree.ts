import { hastToHtml } from "shiki/core";

type Tree = Parameters<typeof hastToHtml>[0];

export type Element = Extract<
  Extract<Tree, { type: "root" }>["children"][number],
  { type: "element" }
>;
export type Content = Element["children"][number];

/** Makes an element of the tree. Text is escaped later, when the tree becomes HTML. */
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
