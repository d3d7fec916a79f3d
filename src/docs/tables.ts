import { defineHastPlugin } from "satteri";
import type { HastPluginDefinition } from "satteri";
import type { Element, ElementContent } from "hast";

/**
 * Keeps tables accessible when phones show their rows as blocks: explicit ARIA roles, each row's first cell as its
 * header, and in every other cell the name of its column, which only phones show. A column whose head begins with
 * gRPC or Kafka takes that system's hue. Alignment becomes a class, because the site has no style attributes.
 */
export const tables: HastPluginDefinition = defineHastPlugin({
  name: "tables",
  element: { filter: ["table"], visit: describeTable },
});

interface Column {
  readonly label: string;
  readonly classes: readonly string[];
}

function describeTable(table: Readonly<Element>): Element {
  const columns = elements(table)
    .filter(({ tagName }) => tagName === "thead")
    .flatMap((head) => elements(head).flatMap((row) => elements(row).map(readColumn)));
  const hasNumbers = columns.some(({ classes }) => classes.includes("number"));
  return {
    ...table,
    properties: { role: "table", ...(hasNumbers ? {} : { className: ["wide"] }) },
    children: elements(table).map((group) => ({
      ...group,
      properties: { role: "rowgroup" },
      children: elements(group).map((row) => ({
        ...row,
        properties: { role: "row" },
        children: elements(row).map((cell, index) =>
          describeCell(cell, columns[index], group.tagName === "thead", index === 0),
        ),
      })),
    })),
  };
}

function readColumn(cell: Element): Column {
  const label = textOf(cell).trim();
  const system = /^gRPC\b/i.test(label) ? ["wire"] : /^Kafka\b/i.test(label) ? ["log"] : [];
  const isNumber = String(cell.properties["style"] ?? "").includes("right");
  return { label, classes: [...system, ...(isNumber ? ["number"] : [])] };
}

function describeCell(
  cell: Element,
  column: Column | undefined,
  isHead: boolean,
  isFirst: boolean,
): Element {
  const classes = column?.classes ?? [];
  const className = classes.length > 0 ? { className: [...classes] } : {};
  if (isHead) return { ...cell, properties: { ...className, role: "columnheader", scope: "col" } };
  if (isFirst) {
    return {
      ...cell,
      tagName: "th",
      properties: { ...className, role: "rowheader", scope: "row" },
    };
  }
  const label: Element = {
    type: "element",
    tagName: "span",
    properties: { className: ["cell-label"], ariaHidden: "true" },
    children: [{ type: "text", value: column?.label ?? "" }],
  };
  return {
    ...cell,
    properties: { ...className, role: "cell" },
    children: [label, ...cell.children],
  };
}

function elements(parent: Element): Element[] {
  return parent.children.filter((child) => child.type === "element");
}

function textOf(node: ElementContent): string {
  if (node.type === "text") return node.value;
  return "children" in node ? node.children.map((child) => textOf(child)).join("") : "";
}
