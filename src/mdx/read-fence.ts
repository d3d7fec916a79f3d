import type { MdastNode } from "satteri";
import { didYouMean } from "../report/nearest.ts";
import { startOf, type FenceBlock, type Report } from "./blocks.ts";
import { META_WORDS, parseFenceMeta } from "./fence-meta.ts";
import { findLanguage, LANGUAGES } from "../samples/languages.ts";
import { normaliseText } from "../report/source-text.ts";

/** Reads a fence; an unknown language leaves nothing to show. `lines` are the page's own. */
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
  const metaText = node.meta ?? "";
  const { meta, problems } = parseFenceMeta(metaText);
  const metaColumn = (lines[line - 1] ?? "").lastIndexOf(metaText) + 1;
  for (const problem of problems) {
    const message =
      problem.slug === "bad-expect"
        ? `"${problem.word}" is not a compiler error code. Type it as the compiler prints it: expect=TS2345.`
        : `No meta word "${problem.word}". Known, each with a value: ${META_WORDS.map((word) => `${word}=…`).join(", ")}.${didYouMean(problem.word, META_WORDS)}`;
    report(problem.slug, line, metaColumn + problem.offset, message);
  }
  if (language !== "ts" && meta.unproven === undefined) {
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
      metaColumn,
      `Only a "ts" fence is compiled, so only it can expect ${meta.expect}.`,
    );
  }
  const code = normaliseText(node.value);
  const indents = code
    .split("\n")
    .map((content, index) => (lines[line + index] ?? "").length - content.length);
  return { kind: "fence", page, line, column, language, meta, text: code, indents };
}
