import { mdxToMdast, type MdastNode } from "satteri";
import { normaliseText } from "../report/source-text.ts";

/** A `<Fact>`, a table of them or a `<Cite>` on a page. */
export interface Mention {
  readonly element: "Fact" | "Facts" | "Cite";
  /** The id of the fact, the group, or the source with its anchor; empty when it is missing. */
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

/** A piece of prose, or of inline code in it. */
export interface Words {
  readonly text: string;
  readonly isCode: boolean;
  readonly line: number;
  readonly column: number;
}

export interface PageText {
  readonly mentions: readonly Mention[];
  readonly words: readonly Words[];
  /** What the page links to and which samples its elements name: where its numbers may come from. */
  readonly samples: readonly string[];
}

/** Elements that mention something, and the attribute that says what. */
const MENTIONS = [
  ["Fact", "id"],
  ["Facts", "group"],
  ["Cite", "source"],
] as const;
/** Elements that name a sample whose runs they show. */
const SAMPLE_ATTRIBUTES = new Set(["sample", "file"]);
const NOT_PROSE = new Set(["code", "yaml", "mdxFlowExpression", "mdxTextExpression", "mdxjsEsm"]);

/** Reads what a page says of facts. A page that does not parse says nothing: that is another check's error. */
export function readPage(source: string): PageText {
  const mentions: Mention[] = [];
  const words: Words[] = [];
  const samples: string[] = [];
  const visit = (node: MdastNode): void => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    if (node.type === "yaml") {
      for (const { 0: text, index } of node.value.matchAll(/^(?:lead|description): .*$/gm))
        words.push({ text, isCode: false, line: line + lineAt(node.value, index), column: 1 });
    }
    if (NOT_PROSE.has(node.type)) return;
    if (node.type === "link") {
      // What a link says is the name of where it leads: a source, an issue's number.
      if (node.url.startsWith("/samples/"))
        samples.push(node.url.slice("/samples/".length).replace(/\/(?:#.*)?$/, ""));
      return;
    }
    if (node.type === "text" || node.type === "inlineCode")
      words.push({ text: node.value, isCode: node.type === "inlineCode", line, column });
    if (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") {
      const given = readAttributes(node);
      const caption = given.get("caption");
      if (caption !== undefined) words.push({ text: caption, isCode: false, line, column });
      const [element, attribute] = MENTIONS.find(([name]) => name === node.name) ?? [];
      if (element !== undefined && attribute !== undefined)
        mentions.push({ element, name: given.get(attribute) ?? "", line, column });
      for (const [name, value] of given) {
        if (SAMPLE_ATTRIBUTES.has(name)) samples.push(value.replace(/\.ts$/, ""));
        // `<Plate runs={[{ sample: "…" }]} />`
        for (const [, id = ""] of value.matchAll(/sample:\s*"([^"]+)"/g)) samples.push(id);
      }
    }
    if ("children" in node) for (const child of node.children) visit(child);
  };
  try {
    visit(mdxToMdast(normaliseText(source), { features: { frontmatter: true } }));
  } catch {
    return { mentions: [], words: [], samples: [] };
  }
  return { mentions, words, samples };
}

/** The number of the line on which an offset lies, the one after the fence being 1. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** An element's attributes, an expression as its source. */
export function readAttributes(
  node: Extract<MdastNode, { type: "mdxJsxFlowElement" | "mdxJsxTextElement" }>,
): Map<string, string> {
  const given = new Map<string, string>();
  for (const attribute of node.attributes) {
    if (attribute.type !== "mdxJsxAttribute") continue;
    const { name, value } = attribute;
    given.set(name, typeof value === "string" ? value : (value?.value ?? ""));
  }
  return given;
}
