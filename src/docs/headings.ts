import { defineHastPlugin } from "satteri";
import type { HastPluginDefinition, HastVisitorContext } from "satteri";
import type { Element } from "hast";
import { failAt } from "./plugin-error.ts";
import { ANCHORED_DEPTHS, nameHeadings } from "./slug.ts";

/**
 * Gives each h2 and h3 an id and makes its words the link to it, so that the link's name is the heading
 * itself. Astro's own plugin, which comes later, keeps these ids and reports them in `getHeadings()`.
 */
export const headings = (): HastPluginDefinition => {
  const idOf = nameHeadings();

  function addAnchor(node: Readonly<Element>, ctx: HastVisitorContext): Element {
    if (hasLink(node)) {
      failAt(ctx.fileURL, node.position?.start, {
        slug: "link-in-heading",
        message: `The heading "${ctx.textContent(node)}" contains a link; it is itself the link to its section.\nMove the link into the text below.`,
      });
    }
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
    options: { position: true },
    element: { filter: [...ANCHORED_DEPTHS].map((depth) => `h${depth}`), visit: addAnchor },
  });
};

function hasLink(node: Readonly<Element>): boolean {
  return node.children.some(
    (child) => child.type === "element" && (child.tagName === "a" || hasLink(child)),
  );
}
