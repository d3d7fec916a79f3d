import type { MdxJsxFlowElement, MdxJsxTextElement } from "satteri";
import { startOf, type Report, type SaidWords } from "./blocks.ts";

/** Reads a `<Said>`. Returns an empty list when it is malformed. */
export function readSaidElement(
  page: string,
  node: MdxJsxFlowElement | MdxJsxTextElement,
  report: Report,
): SaidWords[] {
  const { line, column } = startOf(node);
  const [attribute, ...others] = node.attributes;
  const sample =
    attribute?.type === "mdxJsxAttribute" && attribute.name === "sample"
      ? attribute.value
      : undefined;
  // A `<Said>` on a line of its own holds a paragraph.
  const [child] = node.children;
  const [words, ...rest] = child?.type === "paragraph" ? child.children : node.children;
  // The words must be inline code, because in plain text quotes are curled, and braces and underscores have a
  // meaning.
  const isExact = words?.type === "inlineCode" && rest.length === 0;
  if (typeof sample === "string" && others.length === 0 && isExact)
    return [{ page, line, column, sample, text: words.value }];
  report(
    "bad-attribute",
    line,
    column,
    'A sample, and in code what it prints: <Said sample="…">`words`</Said>.',
  );
  return [];
}
