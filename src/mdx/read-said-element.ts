import type { MdxJsxFlowElement, MdxJsxTextElement } from "satteri";
import { startOf, type Report, type SaidWords } from "./blocks.ts";

/** Reads a `<Said>`: one, or none where it is not written as it must be. */
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
  // On a line of its own it holds a paragraph.
  const [child] = node.children;
  const [words, ...rest] = child?.type === "paragraph" ? child.children : node.children;
  // Code, because in text quotes are curled, and braces and underscores mean something.
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
