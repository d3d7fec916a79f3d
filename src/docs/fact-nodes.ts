import type { Nodes, Paragraph, PhrasingContent } from "mdast";
import { groupOf } from "../facts/fact-group.ts";
import type { Fact, FactBook, ShownFacts } from "../facts/fact.ts";
import { readCitation } from "../facts/read-facts.ts";
import { readAttributes } from "../mdx/read-page.ts";
import { showHolder } from "../facts/show-value.ts";
import { didYouMean } from "../report/nearest.ts";
import { failAt } from "./plugin-error.ts";
import type { IssueSlug } from "../report/slugs.ts";

/** What stands in the place of a `<Fact>` or a `<Cite>`. */
interface Shown {
  readonly content: PhrasingContent[];
  readonly fact: Fact | undefined;
}

/**
 * The value of a `<Fact id="…" />`, the link of a `<Cite source="id#anchor" section="…" />`; `undefined` for any other node.
 *
 * @throws ContentError for an id that no record has, at its place on the page
 */
export function showMention(
  node: Nodes,
  { facts, sources }: FactBook,
  fileURL: URL | undefined,
): Shown | undefined {
  if (node.type !== "mdxJsxTextElement" && node.type !== "mdxJsxFlowElement") return undefined;
  const given = readAttributes(node);
  const fail = (slug: IssueSlug, message: string): never =>
    failAt(fileURL, node.position?.start, { slug, message });
  if (node.name === "Fact") {
    const id = given.get("id") ?? "";
    const fact = facts.get(id);
    if (fact === undefined) {
      return fail(
        "unknown-fact",
        `No record has the id "${id}".${didYouMean(id, [...facts.keys()])}`,
      );
    }
    return { content: fact.shown === "" ? [] : [shownValue(fact)], fact };
  }
  if (node.name !== "Cite") return undefined;
  const name = given.get("source") ?? "";
  const citation = readCitation(name, sources);
  if (citation === undefined || citation === "unknown")
    return fail(
      "unknown-source",
      `"${name}" is no source.${didYouMean(name, [...sources.keys()])}`,
    );
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

/** A value in a table: the link to its row on *Defaults*, or, without one, to its source. */
export function linkToFact(
  { id, citation }: Fact,
  content: PhrasingContent[],
  { homes }: ShownFacts,
): PhrasingContent[] {
  const home = homes.get(groupOf(id));
  const url = home === undefined ? citation?.url : `${home}#${id}`;
  return url === undefined
    ? content
    : [{ type: "link", url, children: content } as PhrasingContent];
}

/** The margin's paragraph about a fact: what it says, of which version, from where, and which run shows it. */
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
