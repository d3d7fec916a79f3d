import { evaluate } from "satteri";
import type { HastPluginEntry, MdastPluginEntry } from "satteri";

type Component = (props: Record<string, unknown>) => string;

/** Renders MDX to HTML with a JSX runtime of strings, enough to read what a plugin made. */
export async function renderMdx(
  source: string,
  plugins: { mdastPlugins?: MdastPluginEntry[]; hastPlugins?: HastPluginEntry[] },
): Promise<string> {
  const jsx = (type: unknown, given: unknown): string => {
    const { children, ...props } = given as Record<string, unknown>;
    const content = [children]
      .flat(9)
      .filter((child) => typeof child === "string")
      .join("");
    if (typeof type === "function") return (type as Component)({ ...props, children: content });
    const attributes = Object.entries(props)
      .filter(([name]) => name !== "components")
      .map(([name, value]) => ` ${name}="${String(value)}"`);
    return `<${String(type)}${attributes.join("")}>${content}</${String(type)}>`;
  };
  const { default: Content } = (await evaluate(source, {
    ...plugins,
    Fragment: ({ children }: { children: string }) => children,
    jsx,
    jsxs: jsx,
    elementAttributeNameCase: "html",
    fileURL: new URL("file:///site/content/docs/page.mdx"),
  })) as { default: Component };
  return Content({}).replaceAll("\n", "");
}
