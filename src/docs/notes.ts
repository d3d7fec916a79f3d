import { defineMdastPlugin } from "satteri";
import type { MdastPluginDefinition, MdastVisitorContext } from "satteri";
import type {
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
} from "mdast";
import { didYouMean } from "../report/nearest.ts";
import { failAt } from "./plugin-error.ts";

/**
 * Footnotes become margin notes: the reference a small number, the definition an `aside` beside the block
 * that contains it. Numbers follow the order of first references.
 *
 * @example
 * It opens a new connection by itself.[^reconnecting]
 *
 * [^reconnecting]: **Reconnecting.** Backoff 1 s × 1.6. [gRPC connection backoff](https://…)
 */
export const notes: MdastPluginDefinition = defineMdastPlugin({
  name: "notes",
  options: { position: true },
  before: moveNotes,
});

function moveNotes(root: Readonly<Root>, ctx: MdastVisitorContext): void {
  const definitions = new Map<string, FootnoteDefinition>();
  for (const node of root.children) {
    if (node.type === "footnoteDefinition") definitions.set(node.identifier, node);
  }
  const names = [...definitions.values()].map((node) => node.label ?? node.identifier);
  const numbers = new Map<string, number>();
  for (const block of root.children) {
    if (block.type === "footnoteDefinition") continue;
    const asides: RootContent[] = [];
    for (const node of descendants(block)) {
      if (node.type === "text") rejectUnknown(node, names, ctx);
      if (node.type !== "footnoteReference") continue;
      const definition = definitions.get(node.identifier);
      if (definition === undefined) continue;
      const first = !numbers.has(node.identifier);
      if (first) numbers.set(node.identifier, numbers.size + 1);
      const number = numbers.get(node.identifier) ?? 0;
      ctx.replaceNode(node, marker(node, number, first));
      if (first) asides.push(note(definition, number));
    }
    if (asides.length > 0) ctx.wrapNode(block, box("noted", [box("notes", asides)]));
  }
  for (const [identifier, definition] of definitions) {
    if (!numbers.has(identifier)) {
      failAt(ctx.fileURL, definition.position?.start, {
        slug: "unused-note",
        message: `No sentence refers to the note "${definition.label ?? identifier}".\nWrite [^${identifier}] where it belongs, or take the note out.`,
      });
    }
    ctx.removeNode(definition);
  }
}

/** The parser leaves a reference without a definition as text. */
function rejectUnknown(
  node: Extract<Nodes, { type: "text" }>,
  names: readonly string[],
  ctx: MdastVisitorContext,
): void {
  const found = /\[\^([^\]\s]+)\]/.exec(node.value);
  const name = found?.[1];
  if (found === null || name === undefined) return;
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  const before = node.value.slice(0, found.index).split("\n");
  const width = before.at(-1)?.length ?? 0;
  const place = {
    line: line + before.length - 1,
    column: (before.length === 1 ? column : 1) + width,
  };
  failAt(ctx.fileURL, place, {
    slug: "unknown-note",
    message: `There is no note "${name}" on this page.${didYouMean(name, names)}\nWrite at the end of the page: [^${name}]: **Title.** What it says.`,
  });
}

function* descendants(node: Nodes): Generator<Nodes> {
  yield node;
  if ("children" in node) for (const child of node.children) yield* descendants(child);
}

function marker(node: FootnoteReference, number: number, first: boolean): RootContent {
  const id = first ? { id: `ref-${number}` } : {};
  return {
    type: "emphasis",
    data: { hName: "sup" },
    children: [
      {
        type: "link",
        url: `#note-${number}`,
        data: { hProperties: { ...id, ariaLabel: `Note ${number}` } },
        children: [{ type: "text", value: String(number) }],
      },
    ],
    ...(node.position && { position: node.position }),
  };
}

function note(definition: FootnoteDefinition, number: number): RootContent {
  const back: RootContent = {
    type: "link",
    url: `#ref-${number}`,
    data: { hProperties: { className: ["note-number"], ariaLabel: `Back to reference ${number}` } },
    children: [{ type: "text", value: String(number) }],
  };
  const [first, ...rest] = definition.children;
  const paragraph: RootContent =
    first?.type === "paragraph"
      ? { type: "paragraph", children: [back, ...first.children.map(withoutFullStop)] }
      : { type: "paragraph", children: [back] };
  const others = first?.type === "paragraph" ? rest : definition.children;
  const properties = { id: `note-${number}`, role: "note" };
  return box("note", [paragraph, ...others], "aside", properties);
}

/** "**Title.** Words": the title stands on a line of its own, where a full stop is too much. */
function withoutFullStop(node: PhrasingContent, index: number): PhrasingContent {
  const [text] = node.type === "strong" && index === 0 ? node.children : [];
  if (node.type !== "strong" || node.children.length > 1 || text?.type !== "text") return node;
  return { ...node, children: [{ type: "text", value: text.value.replace(/\.$/, "") }] };
}

/** Markdown has no `div`: a block quote that names another element. */
function box(
  className: string,
  children: readonly RootContent[],
  hName = "div",
  properties: Readonly<Record<string, string>> = {},
): Extract<RootContent, { type: "blockquote" }> {
  return {
    type: "blockquote",
    data: { hName, hProperties: { className: [className], ...properties } },
    children: children as Extract<RootContent, { type: "blockquote" }>["children"],
  };
}
