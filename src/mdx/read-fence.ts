import type { MdastNode } from "satteri";
import { didYouMean } from "../report/nearest.ts";
import { startOf, type FenceBlock, type Report } from "./blocks.ts";
import { META_WORDS, parseFenceMeta, type MetaProblem } from "./fence-meta.ts";
import { metaColumn } from "./meta-column.ts";
import { findLanguage, LANGUAGES } from "../samples/languages.ts";
import { normaliseText } from "../report/source-text.ts";

/** Reads a fence. Returns nothing to show for an unknown language. `lines` are the lines of the whole page. */
export function readFence(
  page: string,
  node: Extract<MdastNode, { type: "code" }>,
  lines: readonly string[],
  report: Report,
): FenceBlock | undefined {
  const { line, column } = startOf(node);
  const name = node.lang ?? "";
  const language = findLanguage(name);
  if (language === undefined) {
    const what = name === "" ? "A fence needs a language." : `No language "${name}".`;
    report(
      "unknown-language",
      line,
      column,
      `${what} Known: ${LANGUAGES.join(", ")}.${didYouMean(name, LANGUAGES)}`,
    );
    return undefined;
  }
  const { meta, problems, offsets } = parseFenceMeta(node.meta ?? "");
  const columnOf = (offset: number): number => metaColumn(lines[line - 1] ?? "", column, offset);
  for (const { slug, offset, word } of problems)
    report(slug, line, columnOf(offset), explain(slug, word));
  if (language !== "ts" && meta.unproven === undefined && meta.typed === undefined) {
    report(
      "missing-reason",
      line,
      column,
      `A "${language}" fence is not compiled or run. Say why it is not proven: \`\`\`${language} unproven="…", or make it a file below content/samples.`,
    );
  }
  if (language !== "ts" && meta.expect !== undefined) {
    report(
      "bad-expect",
      line,
      columnOf(offsets.get("expect") ?? 0),
      `Only a "ts" fence is compiled, so only it can expect ${meta.expect}.`,
    );
  }
  if (language !== "sh" && meta.typed !== undefined) {
    report(
      "unknown-meta",
      line,
      columnOf(offsets.get("typed") ?? 0),
      'Only a "sh" fence has lines that a test can type.',
    );
  }
  if (language !== "ts" && meta.for !== undefined) {
    report(
      "unknown-meta",
      line,
      columnOf(offsets.get("for") ?? 0),
      `Only a "ts" fence is compiled, so only it can be for=${meta.for}.`,
    );
  }
  const code = normaliseText(node.value);
  if (code.trim() === "") {
    report(
      "nothing-to-show",
      line,
      column,
      "This fence has no line. Write the code to show, or remove it.",
    );
  }
  const indents = code
    .split("\n")
    .map((content, index) => (lines[line + index] ?? "").length - content.length);
  return { kind: "fence", page, line, column, language, meta, text: code, indents };
}

function explain(slug: MetaProblem["slug"], word: string): string {
  if (slug === "bad-expect")
    return `"${word}" is not a compiler error code. Type it as the compiler prints it: expect=TS2345.`;
  if (slug === "said-twice")
    return `The fence says "${word}" a second time. One of them would be dropped: type one.`;
  if (word.startsWith("for="))
    return `"${word}" is nobody that code is compiled for. Type for=browsers, or nothing for code that Node runs.`;
  if (META_WORDS.some((it) => it === word))
    return `"${word}" has no value. Type it in quotes: ${word}="…".`;
  return `No meta word "${word}". Known, each with a value: ${META_WORDS.map((it) => `${it}=…`).join(", ")}.${didYouMean(word, META_WORDS)}`;
}
