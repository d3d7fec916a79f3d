import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from "satteri";

/** A node of a page's tree and the nodes around it, outermost first. */
export interface Placed<Node extends MdastNode = MdastNode> {
  readonly node: Node;
  readonly above: readonly MdastNode[];
}

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Yields `node` and every node below it, in reading order. */
export function* descendants(node: MdastNode, above: readonly MdastNode[] = []): Generator<Placed> {
  yield { node, above };
  if (!("children" in node)) return;
  for (const child of node.children) yield* descendants(child, [...above, node]);
}

/** Whether a node is a component or an HTML element, of any name or of the given one. */
export function isElement(node: MdastNode, name?: string): node is Element {
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") &&
    (name === undefined || node.name === name)
  );
}

/** The text of a node as shown. */
export function textOf(node: MdastNode): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
