import type { Position } from "../report/source-text.ts";
import { startOf } from "./blocks.ts";
import type { ComponentUse } from "./find-components.ts";
import type { Placed } from "./walk.ts";

/** A link as written on a page. */
export interface PageLinkUse extends Position {
  readonly url: string;
}

/** Attributes of components whose value is a link. */
const LINK_ATTRIBUTES = ["href", "to"];

/** Nodes with an address: links, pictures, and the definitions to which either refers. */
const LINKING = new Set(["link", "image", "definition"]);

/** The links of a page: first those in its text, then those of its components. */
export function findLinks(
  nodes: readonly Placed[],
  components: readonly ComponentUse[],
): PageLinkUse[] {
  const written = nodes.flatMap(({ node }) =>
    LINKING.has(node.type) && "url" in node ? [{ url: node.url, ...startOf(node) }] : [],
  );
  const given = components.flatMap(({ props, line, column }) =>
    LINK_ATTRIBUTES.flatMap((name) => {
      const url = props[name];
      return typeof url === "string" ? [{ url, line, column }] : [];
    }),
  );
  return [...written, ...given];
}
