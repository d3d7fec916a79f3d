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
import type { Fact, ShownFacts } from "../facts/fact.ts";
import { box } from "./box.ts";
import { linkToFact, noteOnFact, showMention } from "./fact-nodes.ts";

/**
 * Turns footnotes into margin notes: the reference becomes a small number, the definition an `aside` beside the block
 * that contains it. Numbers follow the order of first references.
 *
 * `<Fact>` becomes the fact's value, with a note where the page first shows it. A block has one mark for its facts;
 * if it has a note of its own, they are added to that. In a table a mark behind a number would look like an exponent,
 * so there the value links to its record instead. `<Cite>` becomes a link.
 *
 * Wrong notes and facts are left as they are: `check-notes.ts` and `src/facts` report them.
 *
 * @param book returns the facts
 * @example
 * It opens a new connection by itself.[^reconnecting]
 *
 * [^reconnecting]: **Reconnecting.** Backoff 1 s × 1.6. <Cite source="grpc-backoff" />
 */
export function notes(book: () => Promise<ShownFacts>): MdastPluginDefinition {
  return defineMdastPlugin({
    name: "notes",
    options: { position: true },
    async before(root, ctx) {
      moveNotes(root, ctx, await book());
    },
  });
}

function moveNotes(root: Readonly<Root>, ctx: MdastVisitorContext, book: ShownFacts): void {
  const definitions = new Map<string, FootnoteDefinition>();
  for (const node of root.children) {
    if (node.type === "footnoteDefinition") definitions.set(node.identifier, node);
  }
  const numbers = new Map<string, number>();
  const noted = new Set<string>();
  let last = 0;
  for (const block of root.children) {
    if (block.type === "footnoteDefinition") continue;
    const asides: { number: number; content: RootContent[] }[] = [];
    const facts: Fact[] = [];
    let host: Nodes | undefined;
    for (const { node, line } of descendants(block)) {
      const mention = showMention(node, book);
      if (mention !== undefined) {
        const { fact, content } = mention;
        const isCell = line.some((it) => it.type === "tableCell");
        ctx.replaceNode(
          node,
          fact !== undefined && isCell ? linkToFact(fact, content, book) : content,
        );
        if (fact === undefined || isCell || noted.has(fact.id)) continue;
        host = line.findLast((it) => it.type === "paragraph");
        noted.add(fact.id);
        facts.push(fact);
      }
      if (node.type !== "footnoteReference") continue;
      const definition = definitions.get(node.identifier);
      if (definition === undefined) continue;
      const first = !numbers.has(node.identifier);
      if (first) numbers.set(node.identifier, (last += 1));
      const number = numbers.get(node.identifier) ?? 0;
      ctx.replaceNode(node, marker(number, first, node));
      if (first) asides.push({ number, content: contentOf(definition, book) });
    }
    const [own] = asides;
    if (facts.length > 0 && own !== undefined) own.content.push(...facts.map(noteOnFact));
    else if (facts.length > 0 && host !== undefined) {
      const number = (last += 1);
      ctx.appendChild(host, marker(number, true));
      asides.push({ number, content: facts.map(noteOnFact) });
    }
    if (asides.length > 0) {
      const shown = asides.map(({ number, content }) => note(content, number));
      ctx.wrapNode(block, box("noted", [box("notes", shown)]));
    }
  }
  for (const definition of definitions.values()) ctx.removeNode(definition);
}

/** Yields `node` and every node below it, each with its ancestors up to `node`. */
function* descendants(
  node: Nodes,
  line: readonly Nodes[] = [],
): Generator<{ node: Nodes; line: readonly Nodes[] }> {
  yield { node, line };
  if (!("children" in node)) return;
  for (const child of node.children) yield* descendants(child, [...line, node]);
}

function marker(number: number, first: boolean, node?: FootnoteReference): PhrasingContent {
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
    ...(node?.position && { position: node.position }),
  };
}

/**
 * The content of a note, with facts and citations replaced. This happens here because the nodes leave the page's tree
 * with the note.
 */
function contentOf({ children }: FootnoteDefinition, book: ShownFacts): RootContent[] {
  const settle = <Node extends Nodes>(node: Node): Nodes[] => {
    const mention = showMention(node, book);
    if (mention !== undefined) return mention.content;
    if (!("children" in node)) return [node];
    return [{ ...node, children: node.children.flatMap(settle) } as Nodes];
  };
  return children.flatMap(settle) as RootContent[];
}

function note(content: readonly RootContent[], number: number): RootContent {
  const back: RootContent = {
    type: "link",
    url: `#ref-${number}`,
    data: { hProperties: { className: ["note-number"], ariaLabel: `Back to reference ${number}` } },
    children: [{ type: "text", value: String(number) }],
  };
  const [first, ...rest] = content;
  const paragraph: RootContent =
    first?.type === "paragraph"
      ? { type: "paragraph", children: [back, ...first.children.map(withoutFullStop)] }
      : { type: "paragraph", children: [back] };
  const others = first?.type === "paragraph" ? rest : content;
  const properties = { id: `note-${number}`, role: "note" };
  return box("note", [paragraph, ...others], "aside", properties);
}

/** Removes the full stop of a title, as in "**Title.** Words", because it is shown on a line of its own. */
function withoutFullStop(node: PhrasingContent, index: number): PhrasingContent {
  const [text] = node.type === "strong" && index === 0 ? node.children : [];
  if (node.type !== "strong" || node.children.length > 1 || text?.type !== "text") return node;
  return { ...node, children: [{ type: "text", value: text.value.replace(/\.$/, "") }] };
}
