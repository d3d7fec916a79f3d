import type { MdastNode } from "satteri";
import { ANCHORED_DEPTHS, nameHeadings } from "./heading-ids.ts";
import type { Position } from "../report/source-text.ts";
import { startOf } from "./blocks.ts";
import { descendants, isElement, textOf, type Placed } from "./walk.ts";

export interface Heading extends Position {
  readonly depth: number;
  readonly text: string;
  /** The fragment of a link to the heading. Only h2 and h3 have one. */
  readonly id: string | undefined;
  /** The position of the first link inside the heading. */
  readonly link: Position | undefined;
}

/** Components that render as links. */
const LINKING = new Set(["a", "Cite", "Said"]);

/** The headings of a page, in order. */
export function findHeadings(nodes: readonly Placed[]): Heading[] {
  const idOf = nameHeadings();
  return nodes.flatMap(({ node }) => {
    if (node.type !== "heading") return [];
    const text = textOf(node);
    const id = ANCHORED_DEPTHS.has(node.depth) ? idOf(text) : undefined;
    const link = [...descendants(node)].find((it) => isLink(it.node));
    return [{ depth: node.depth, text, id, ...startOf(node), link: link && startOf(link.node) }];
  });
}

function isLink(node: MdastNode): boolean {
  if (isElement(node)) return LINKING.has(node.name ?? "");
  return node.type === "link" || node.type === "linkReference" || node.type === "footnoteReference";
}
