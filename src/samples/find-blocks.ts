import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import {
  mdxToMdast,
  type MdastNode,
  type MdxJsxFlowElement,
  type MdxJsxTextElement,
} from "satteri";
import type { Issue } from "../report/issue.ts";
import { didYouMean } from "../report/nearest.ts";
import { META_WORDS, parseFenceMeta, type FenceMeta } from "./fence-meta.ts";
import { findLanguage, LANGUAGES, type Language } from "./languages.ts";
import { normaliseText } from "./source-text.ts";

/** A few words of a note on a code line: text, or code in its own type. */
export interface NoteWord {
  readonly text: string;
  readonly code: boolean;
}

/** A note beside the one shown line that contains `quote`. */
export interface LineNote {
  readonly quote: string;
  readonly words: readonly NoteWord[];
  readonly line: number;
  readonly column: number;
}

interface Place {
  /** The page, from the repository's root. */
  readonly page: string;
  /** 1-based, where the block opens on the page. */
  readonly line: number;
  readonly column: number;
}

/** A fence: code written on the page itself. */
export interface FenceBlock extends Place {
  readonly kind: "fence";
  readonly language: Language;
  readonly meta: FenceMeta;
  readonly text: string;
  /** For each line of `text`, how many characters its container (a list, a quote) put before it on the page. */
  readonly indents: readonly number[];
}

/** A `<Sample>`: a file, or a region of it, shown on the page. */
export interface SampleBlock extends Place {
  readonly kind: "sample";
  /** As written: relative to the page's sample folder, or from `content/samples`. */
  readonly file: string;
  readonly region?: string;
  readonly notes: readonly LineNote[];
}

export type Block = FenceBlock | SampleBlock;

export const DOCS_FOLDER = "content/docs";
const SAMPLE_ATTRIBUTES = ["file", "region"] as const;

/** The paths of all pages from the repository's root, sorted. */
export async function listPages(root: string): Promise<string[]> {
  const entries = await readdir(path.join(root, DOCS_FOLDER), {
    withFileTypes: true,
    recursive: true,
  });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".mdx"))
    .map((entry) =>
      path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"),
    )
    .sort();
}

/** Reads a page's blocks from disk; see {@link findBlocks}. */
export async function readBlocks(
  root: string,
  page: string,
): Promise<ReturnType<typeof findBlocks>> {
  return findBlocks(page, await readFile(path.join(root, page), "utf8"));
}

/** Finds every fence and `<Sample>` of a page, in reading order, with exact positions. */
export function findBlocks(page: string, source: string): { blocks: Block[]; issues: Issue[] } {
  const text = normaliseText(source);
  const lines = text.split("\n");
  const blocks: Block[] = [];
  const issues: Issue[] = [];
  const report = (slug: string, line: number, column: number, message: string): void => {
    issues.push({ slug, file: page, line, column, message });
  };

  const visit = (node: MdastNode): void => {
    if (node.type === "code") readFence(node);
    else if (isSampleElement(node)) readSampleElement(node);
    else if ("children" in node) for (const child of node.children) visit(child);
  };

  const readFence = (node: Extract<MdastNode, { type: "code" }>): void => {
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
      return;
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
    blocks.push({ kind: "fence", page, line, column, language, meta, text: code, indents });
  };

  const readSampleElement = (node: MdxJsxFlowElement | MdxJsxTextElement): void => {
    const { line, column } = startOf(node);
    const values = new Map<string, string>();
    for (const attribute of node.attributes) {
      const name = attribute.type === "mdxJsxAttribute" ? attribute.name : "{…}";
      const known = SAMPLE_ATTRIBUTES.find((candidate) => candidate === name);
      const value = attribute.type === "mdxJsxAttribute" ? attribute.value : undefined;
      if (known === undefined) {
        report(
          "unknown-attribute",
          line,
          column,
          `<Sample> takes ${SAMPLE_ATTRIBUTES.join(" and ")}, not "${name}".${didYouMean(name, SAMPLE_ATTRIBUTES)}`,
        );
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
    }
    const file = values.get("file");
    const region = values.get("region");
    const notes = readNotes(node, report);
    if (file === undefined) {
      if (!node.attributes.some((attribute) => "name" in attribute && attribute.name === "file")) {
        report("bad-attribute", line, column, 'Which file? Type <Sample file="…" region="…" />.');
      }
      return;
    }
    blocks.push({
      kind: "sample",
      page,
      line,
      column,
      file,
      ...(region === undefined ? {} : { region }),
      notes,
    });
  };

  try {
    visit(mdxToMdast(text, { features: { frontmatter: true } }));
  } catch (error) {
    const [, line, column, message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(errorText(error)) ?? [];
    report("mdx-syntax", Number(line ?? 1), Number(column ?? 1), message ?? errorText(error));
  }
  return { blocks, issues };
}

function isSampleElement(node: MdastNode): node is MdxJsxFlowElement | MdxJsxTextElement {
  return (
    (node.type === "mdxJsxFlowElement" || node.type === "mdxJsxTextElement") &&
    node.name === "Sample"
  );
}

/** A `<Sample>` may hold a list: each item quotes a piece of one shown line in code, then says something about it. */
function readNotes(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  report: (slug: string, line: number, column: number, message: string) => void,
): LineNote[] {
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

/** The words of a piece of a note, emphasised or not; `undefined` for what a note cannot hold. */
function wordsOf(node: MdastNode): string | undefined {
  if (node.type === "text" || node.type === "inlineCode") return node.value;
  if (node.type !== "emphasis" && node.type !== "strong") return undefined;
  const words = node.children.map(wordsOf);
  return words.includes(undefined) ? undefined : words.join("");
}

function startOf(node: {
  readonly position?: { readonly start: { line: number; column: number } } | undefined;
}): {
  line: number;
  column: number;
} {
  return { line: node.position?.start.line ?? 1, column: node.position?.start.column ?? 1 };
}

function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
