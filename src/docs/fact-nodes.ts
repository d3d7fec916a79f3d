import type { Nodes, Paragraph, PhrasingContent } from "mdast";
import { groupOf } from "../facts/fact-group.ts";
import type { Fact, FactBook, ShownFacts } from "../facts/fact.ts";
import { readCitation } from "../facts/read-facts.ts";
import { showHolder } from "../facts/show-value.ts";

/** The nodes to show in place of a `<Fact>` or a `<Cite>`. */
interface Shown {
  readonly content: PhrasingContent[];
  readonly fact: Fact | undefined;
}

/**
 * Returns the value of a `<Fact id="…" />` or the link of a `<Cite source="id#anchor" section="…" />`, and
 * `undefined` for any other node.
 */
export function showMention(node: Nodes, { facts, sources }: FactBook): Shown | undefined {
  if (node.type !== "mdxJsxTextElement" && node.type !== "mdxJsxFlowElement") return undefined;
  const given = readAttributes(node);
  if (node.name === "Fact") {
    const fact = facts.get(given.get("id") ?? "");
    if (fact === undefined) return undefined;
    return { content: fact.shown === "" ? [] : [shownValue(fact)], fact };
  }
  if (node.name !== "Cite") return undefined;
  const citation = readCitation(given.get("source") ?? "", sources);
  if (citation === undefined || citation === "unknown") return undefined;
  const { title, publisher } = citation.source;
  const section = given.get("section");
  const words = section === undefined ? title : `${title}, ${section}`;
  return {
    content: [
      link(citation.url, words),
      ...(title.includes(publisher) ? [] : [text(`, ${publisher}`)]),
    ],
    fact: undefined,
  };
}

/** The attributes of an element whose values are plain text. */
function readAttributes(
  node: Extract<Nodes, { type: "mdxJsxTextElement" | "mdxJsxFlowElement" }>,
): Map<string, string> {
  return new Map(
    node.attributes.flatMap((attribute): [string, string][] =>
      attribute.type === "mdxJsxAttribute" && typeof attribute.value === "string"
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  );
}

/** Links a value in a table to its row on *Defaults*, or to its source when no such page has it. */
export function linkToFact(
  { id, citation, proof }: Fact,
  content: PhrasingContent[],
  { homes }: ShownFacts,
): PhrasingContent[] {
  const home = homes.get(groupOf(id));
  const url = home === undefined ? citation?.url : `${home}#${id}`;
  if (url === undefined) return content;
  // A statement has no value to show, and a link without words cannot be seen or followed.
  if (content.length === 0) return [text(" "), link(url, proof === undefined ? "Source" : "Run")];
  return [{ type: "link", url, children: content } as PhrasingContent];
}

/** The paragraph about a fact in the margin: its statement, version and source, and the run that shows it. */
export function noteOnFact({ setting, of, says, holds, since, citation, proof }: Fact): Paragraph {
  const title: PhrasingContent =
    setting === undefined ? text(of) : { type: "inlineCode", value: setting };
  const version = [
    setting === undefined ? holds : showHolder({ of, holds }),
    ...(since === undefined ? [] : [`since ${since}`]),
  ];
  return {
    type: "paragraph",
    children: [
      { type: "strong", children: [title] },
      text(` ${says} ${version.join("; ")}.`),
      ...(citation === undefined ? [] : [text(" "), link(citation.url, citation.source.title)]),
      ...(proof === undefined
        ? []
        : [text(citation === undefined ? " " : ", "), link(`/samples/${proof.sample}/`, "a run")]),
    ],
  };
}

function shownValue({ shown, isCode }: Fact): PhrasingContent {
  return isCode ? { type: "inlineCode", value: shown } : text(shown);
}

function text(value: string): PhrasingContent {
  return { type: "text", value };
}

function link(url: string, words: string): PhrasingContent {
  return { type: "link", url, children: [text(words)] };
}
