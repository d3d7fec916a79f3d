import { mdxToMdast, type MdastNode } from "satteri";
import { ANCHORED_DEPTHS, nameHeadings } from "../docs/slug.ts";
import { normaliseText } from "../report/source-text.ts";

/** A link as written on a page. */
export interface PageLinkUse {
  readonly url: string;
  readonly line: number;
  readonly column: number;
}

/** What a page links to, and what can be linked to on it. */
export interface PageAnchors {
  readonly links: readonly PageLinkUse[];
  /** Ids of its headings, in order. */
  readonly anchors: readonly string[];
}

/** Attributes of our components that hold a link. */
const LINK_ATTRIBUTES = new Set(["href", "to"]);

/** Finds the links and headings of a page's source. A page that does not parse has none: that is another check's error. */
export function findLinks(source: string): PageAnchors {
  const links: PageLinkUse[] = [];
  const anchors: string[] = [];
  const idOf = nameHeadings();
  const visit = (node: MdastNode): void => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (node.type === "link" || node.type === "definition")
      links.push({ url: node.url, line, column });
    if (node.type === "heading" && ANCHORED_DEPTHS.has(node.depth))
      anchors.push(idOf(textOf(node)));
    if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
      for (const attribute of node.attributes) {
        if (attribute.type !== "mdxJsxAttribute" || !LINK_ATTRIBUTES.has(attribute.name)) continue;
        if (typeof attribute.value === "string") links.push({ url: attribute.value, line, column });
      }
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  try {
    visit(mdxToMdast(normaliseText(source), { features: { frontmatter: true } }));
  } catch {
    return { links: [], anchors: [] };
  }
  return { links, anchors };
}

function textOf(node: MdastNode): string {
  if ("value" in node && typeof node.value === "string") return node.value;
  return "children" in node ? node.children.map(textOf).join("") : "";
}
