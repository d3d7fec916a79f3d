import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from "satteri";

/** A node of a page's tree, and the nodes that contain it, outermost first. */
export interface Placed<Node extends MdastNode = MdastNode> {
  readonly node: Node;
  readonly above: readonly MdastNode[];
}

export type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Every node below and including `node`, in reading order. */
export function* descendants(node: MdastNode, above: readonly MdastNode[] = []): Generator<Placed> {
  yield { node, above };
  if (!("children" in node)) return;
  for (const child of node.children) yield* descendants(child, [...above, node]);
}

/** Whether a node is a component or an HTML element, of any name or of this one. */
export function isElement(node: MdastNode, name?: string): node is Element {
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") &&
    (name === undefined || node.name === name)
  );
}

/** The words of a node as they are shown. */
export function textOf(node: MdastNode): string {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
