import type { MdastNode } from "satteri";
import { positionAt, type Position } from "../report/source-text.ts";
import { startOf } from "./blocks.ts";
import type { ComponentUse } from "./find-components.ts";
import { offsetInSource } from "./source-place.ts";
import type { Placed } from "./walk.ts";

/** A link as written on a page. */
export interface PageLinkUse extends Position {
  readonly url: string;
}

/** What is left in the text of a link, `[words][name]`, whose name no line of the page defines. */
const LOST = /\[[^[\]]+\]\[[^[\]]*\]/g;

/** Attributes of components whose value is a link. */
const LINK_ATTRIBUTES = ["href", "to"];

/** Nodes with an address: links, pictures, and the definitions to which either refers. */
const LINKING = new Set(["link", "image", "definition"]);

/** The links of a page: first those in its text, then those of its components. */
export function findLinks(
  nodes: readonly Placed[],
  components: readonly ComponentUse[],
  source: string,
): PageLinkUse[] {
  const written = nodes.flatMap(({ node }) =>
    LINKING.has(node.type) && "url" in node ? [{ url: node.url, ...startOf(node) }] : [],
  );
  const lost = nodes.flatMap(({ node }) => (node.type === "text" ? findLost(node, source) : []));
  const given = components.flatMap(({ props, line, column }) =>
    LINK_ATTRIBUTES.flatMap((name) => {
      const url = props[name];
      return typeof url === "string" ? [{ url, line, column }] : [];
    }),
  );
  return [...written, ...lost, ...given];
}

function findLost(
  { value, position }: Extract<MdastNode, { type: "text" }>,
  source: string,
): PageLinkUse[] {
  const from = position?.start.offset ?? 0;
  const written = source.slice(from, position?.end.offset);
  return [...value.matchAll(LOST)].flatMap(({ 0: url, index }) => {
    const at = offsetInSource(written, value, index);
    // Brackets behind a backslash are words.
    const isLink = written.startsWith(url, at) && written[at - 1] !== "\\";
    return isLink ? [{ url, ...positionAt(source, from + at) }] : [];
  });
}
