import { defineHastPlugin } from "satteri";
import type { HastPluginDefinition, HastVisitorContext } from "satteri";
import type { Element } from "hast";
import { ANCHORED_DEPTHS, nameHeadings } from "../mdx/heading-ids.ts";

/**
 * Gives each h2 and h3 an id and wraps its text in a link to it, so that the link is named like the heading. Astro's
 * own plugin runs later, keeps these ids and returns them from `getHeadings()`.
 */
export const headings = (): HastPluginDefinition => {
  const idOf = nameHeadings();

  function addAnchor(node: Readonly<Element>, ctx: HastVisitorContext): Element {
    const id = idOf(ctx.textContent(node));
    const properties = { className: ["anchor"], href: `#${id}` };
    return {
      ...node,
      properties: { ...node.properties, id },
      children: [{ type: "element", tagName: "a", properties, children: node.children }],
    };
  }

  return defineHastPlugin({
    name: "headings",
    element: { filter: [...ANCHORED_DEPTHS].map((depth) => `h${depth}`), visit: addAnchor },
  });
};
