import type { MdastNode } from "satteri";
import type { CheckedBlock } from "../check/checked-site.ts";
import { COMPONENTS } from "../components/authoring/components.ts";
import type { ShownPlate } from "../components/authoring/plate/show-plate.ts";
import type { ShownRecording } from "../components/authoring/recorded/show-recorded.ts";
import type { ShownFactGroup } from "../components/authoring/show-facts.ts";
import type { ShownRuns } from "../components/authoring/show-runs.ts";
import type { Fact, FactBook } from "../facts/fact.ts";
import { readCitation } from "../facts/read-facts.ts";
import type { ComponentUse } from "../mdx/find-components.ts";
import { readLiteral } from "../mdx/literal.ts";
import { isElement, type Element } from "../mdx/walk.ts";
import { blockMarkdown } from "./blocks.ts";
import {
  assignmentMarkdown,
  factsMarkdown,
  plateMarkdown,
  recordedMarkdown,
  runsMarkdown,
  sequenceMarkdown,
  valueMarkdown,
} from "./components.ts";

/** What replaces the nodes of a page, found by where they begin: `${line}:${column}`. */
export interface PageData {
  readonly source: string;
  readonly blocks: ReadonlyMap<string, CheckedBlock>;
  readonly uses: ReadonlyMap<string, ComponentUse>;
  readonly shown: ReadonlyMap<string, unknown>;
  readonly facts: FactBook;
  /** Makes the absolute address of a path. */
  readonly url: (path: string) => string;
  /** Is told each fact that the page shows. */
  readonly noteFact: (fact: Fact) => void;
}

/** A part of the source and the text that stands there instead. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What of a node, and of the nodes in it, is replaced. */
export function editsOf(node: MdastNode, page: PageData): Edit[] {
  const whole = (text: string): Edit[] => [{ ...spanOf(node), text }];
  if (node.type === "yaml") return whole("");
  if (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression")
    return whole(literalText(node.value));
  if (node.type === "code") {
    const block = page.blocks.get(placeOf(node));
    return block === undefined ? [] : whole(blockMarkdown(block, page.url));
  }
  if (isElement(node)) {
    const text = elementText(node, page);
    if (text !== undefined) return whole(text);
    return [...withoutTags(node, page), ...inside(node, page)];
  }
  if (node.type === "link" && node.url.startsWith("/"))
    return [...inside(node, page), ...absolute(node, page)];
  return inside(node, page);
}

function inside(node: MdastNode, page: PageData): Edit[] {
  return "children" in node ? node.children.flatMap((child) => editsOf(child, page)) : [];
}

/** The text in place of a component; `undefined` for one that only surrounds its children. */
function elementText(node: Element, page: PageData): string | undefined {
  const place = placeOf(node);
  const props = page.uses.get(place)?.props ?? {};
  const shown = page.shown.get(place);
  switch (node.name) {
    case "Sample": {
      const block = page.blocks.get(place);
      return block === undefined ? "" : blockMarkdown(block, page.url);
    }
    case "Fact": {
      const fact = page.facts.facts.get(said(props["id"]));
      if (fact === undefined) return "";
      page.noteFact(fact);
      return valueMarkdown(fact);
    }
    case "Cite": {
      const cited = readCitation(said(props["source"]), page.facts.sources);
      if (cited === undefined || cited === "unknown") return "";
      const section = props["section"] === undefined ? "" : `, ${said(props["section"])}`;
      return `[${cited.source.title}${section}](${cited.url})`;
    }
    case "Facts":
      return shown === undefined ? "" : factsMarkdown(shown as ShownFactGroup, page.url);
    case "Runs":
      return runsMarkdown(shown as ShownRuns, page.url);
    case "Recorded":
      return recordedMarkdown(shown as ShownRecording, page.url);
    case "Plate":
      return plateMarkdown(shown as ShownPlate, page.url);
    case "Sequence":
      return sequenceMarkdown(props);
    case "Assignment":
      return assignmentMarkdown(props);
    case "FactFilter":
      return "";
    case "Choose": {
      const { title, when } = COMPONENTS.Choose.schema.parse(props);
      return [`**${title}**`, "", ...when.map((clause) => `- ${clause}`)].join("\n");
    }
    default:
      return undefined;
  }
}

/** Edits that take out the tags of a component around its children. A drawing's words stand where it began. */
function withoutTags(node: Element, page: PageData): Edit[] {
  const { from, to } = spanOf(node);
  const props = page.uses.get(placeOf(node))?.props ?? {};
  const words =
    node.name === "Strip" ? `**${said(props["title"])}.** ${said(props["alt"])}\n\n` : "";
  const [first] = node.children;
  const last = node.children.at(-1);
  if (first === undefined || last === undefined) return [{ from, to, text: words }];
  return [
    { from, to: spanOf(first).from, text: words },
    { from: spanOf(last).to, to, text: "" },
  ];
}

function absolute(node: Extract<MdastNode, { type: "link" }>, { source, url }: PageData): Edit[] {
  const { from, to } = spanOf(node);
  const last = node.children.at(-1);
  const at = source.indexOf(node.url, last === undefined ? from : spanOf(last).to);
  if (at < 0 || at >= to) return [];
  return [{ from: at, to: at + node.url.length, text: url(node.url) }];
}

/** A comment is nothing; `{"{"}` is the text that it says. */
function literalText(value: string): string {
  const bare = value.replaceAll(/\/\*[\s\S]*?\*\//g, "").trim();
  if (bare === "") return "";
  const literal = readLiteral(bare);
  return "computed" in literal ? "" : String(literal.value);
}

function spanOf({ position }: MdastNode): { from: number; to: number } {
  return { from: position?.start.offset ?? 0, to: position?.end.offset ?? 0 };
}

/** A prop that the check found to be a text. */
function said(prop: unknown): string {
  return typeof prop === "string" ? prop : "";
}

/** The key of a node in {@link PageData}. */
function placeOf({ position }: MdastNode): string {
  return `${position?.start.line ?? 1}:${position?.start.column ?? 1}`;
}
