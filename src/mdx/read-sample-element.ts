import type { MdastNode, MdxJsxFlowElement, MdxJsxTextElement } from "satteri";
import { didYouMean } from "../report/nearest.ts";
import { startOf, type LineNote, type Report, type SampleBlock } from "./blocks.ts";

const SAMPLE_ATTRIBUTES = ["file", "region", "output"] as const;

/** Reads a `<Sample>`. Returns nothing to show when it names no file. */
export function readSampleElement(
  page: string,
  node: MdxJsxFlowElement | MdxJsxTextElement,
  report: Report,
): SampleBlock | undefined {
  const { line, column } = startOf(node);
  const values = new Map<string, string>();
  const said = new Set<string>();
  let hasOutput = false;
  for (const attribute of node.attributes) {
    const name = attribute.type === "mdxJsxAttribute" ? attribute.name : "{…}";
    const known = SAMPLE_ATTRIBUTES.find((candidate) => candidate === name);
    const value = attribute.type === "mdxJsxAttribute" ? attribute.value : undefined;
    // `src/check/check-components.ts` says it.
    if (known !== undefined && said.has(name)) continue;
    if (known === undefined) {
      report(
        "unknown-attribute",
        line,
        column,
        `<Sample> takes file, region and output, not "${name}".${didYouMean(name, SAMPLE_ATTRIBUTES)}`,
      );
    } else if (known === "output") {
      // The value of an attribute without a value is null.
      if (value === null || value === undefined) hasOutput = true;
      else report("bad-attribute", line, column, "<Sample output> takes no value: output.");
    } else if (typeof value !== "string" || value === "") {
      report(
        "bad-attribute",
        line,
        column,
        `<Sample ${known}> takes a plain string: ${known}="…".`,
      );
    } else {
      values.set(known, value);
    }
    said.add(name);
  }
  const file = values.get("file");
  const region = values.get("region");
  const notes = readNotes(node, report);
  if (file === undefined) {
    if (!node.attributes.some((attribute) => "name" in attribute && attribute.name === "file")) {
      report("bad-attribute", line, column, 'Which file? Type <Sample file="…" region="…" />.');
    }
    return undefined;
  }
  return {
    kind: "sample",
    page,
    line,
    column,
    file,
    ...(region === undefined ? {} : { region }),
    output: hasOutput,
    notes,
  };
}

/** Reads the list inside a `<Sample>`: each item quotes, as code, a piece of one shown line and then comments on it. */
function readNotes(node: MdxJsxFlowElement | MdxJsxTextElement, report: Report): LineNote[] {
  const notes: LineNote[] = [];
  for (const list of node.children) {
    const items = list.type === "list" ? list.children : [];
    if (list.type !== "list") {
      const { line, column } = startOf(list);
      report(
        "bad-note",
        line,
        column,
        "Inside <Sample> stands only a list of notes: - `piece of a line`: what to say.",
      );
    }
    for (const item of items) {
      const { line, column } = startOf(item);
      const [paragraph, ...below] = item.children;
      const words = paragraph?.type === "paragraph" ? paragraph.children : [];
      const [quote, ...rest] = words;
      if (quote?.type !== "inlineCode" || rest.length === 0) {
        report(
          "bad-note",
          line,
          column,
          "A note opens with a piece of the line it stands beside: - `piece of a line`: what to say.",
        );
        continue;
      }
      if (below.length > 0 || rest.some((word) => wordsOf(word) === undefined)) {
        report(
          "bad-note",
          line,
          column,
          "A note is one paragraph of words and code, without links. Say the rest in the text of the page.",
        );
        continue;
      }
      notes.push({
        quote: quote.value,
        line,
        column,
        words: rest.map((word, index) => {
          const text = (wordsOf(word) ?? "").replaceAll("\n", " ");
          return {
            code: word.type === "inlineCode",
            text: index === 0 ? text.replace(/^\s*:\s*/, "") : text,
          };
        }),
      });
    }
  }
  return notes;
}

/** The text of a part of a note, emphasised or not; `undefined` for what a note cannot contain. */
function wordsOf(node: MdastNode): string | undefined {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type !== "emphasis" && node.type !== "strong") return undefined;
  const words = node.children.map(wordsOf);
  return words.includes(undefined) ? undefined : words.join("");
}
