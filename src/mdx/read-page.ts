import { mdxToMdast, type MdastNode } from "satteri";
import type { Issue } from "../report/issue.ts";
import { normaliseText, type Position } from "../report/source-text.ts";
import { startOf, type Block, type Report } from "./blocks.ts";
import { findComponents } from "./find-components.ts";
import { findHeadings } from "./find-headings.ts";
import { findLinks } from "./find-links.ts";
import { findNotes } from "./find-notes.ts";
import { findMentions, findSampleNames, findWords } from "./find-words.ts";
import { isClosed, showUnclosed } from "./fence-end.ts";
import { readFrontMatter, type FrontMatter } from "./front-matter.ts";
import { readLiteral } from "./literal.ts";
import { slugOfPage, type Page } from "./page.ts";
import { readFence } from "./read-fence.ts";
import { readSaidElement } from "./read-said-element.ts";
import { readSampleElement } from "./read-sample-element.ts";
import { descendants, isElement, type Placed } from "./walk.ts";

/**
 * Parses a page once and finds in the tree everything that the checks need, with exact positions. A page that does
 * not parse has one issue and nothing else.
 *
 * @param file path from the repository's root
 */
export function readPage(file: string, text: string): Page {
  const source = normaliseText(text);
  const issues: Issue[] = [];
  const report: Report = (slug, line, column, message) => {
    issues.push({ slug, file, line, column, message });
  };
  const nodes = parse(source, report);
  const blocks = readBlocks(file, nodes, source, report);
  const components = findComponents(nodes, source);
  const frontMatter = nodes.length === 0 ? undefined : findFrontMatter(nodes);
  return {
    file,
    slug: slugOfPage(file),
    frontMatter,
    blocks,
    said: nodes.flatMap(({ node }) =>
      isElement(node, "Said") ? readSaidElement(file, node, report) : [],
    ),
    mentions: findMentions(nodes, components),
    words: findWords(nodes, components, frontMatter, source),
    samples: findSampleNames(nodes, components),
    links: findLinks(nodes, components, source),
    headings: findHeadings(nodes),
    notes: findNotes(nodes, source),
    components,
    code: findCode(nodes),
    issues,
  };
}

function parse(source: string, report: Report): Placed[] {
  try {
    return [...descendants(mdxToMdast(source, { features: { frontmatter: true } }))];
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    const [, line, column, message] = /^(\d+):(\d+): ([\s\S]*)$/.exec(words) ?? [];
    report("mdx-syntax", Number(line ?? 1), Number(column ?? 1), message ?? words);
    return [];
  }
}

function readBlocks(
  file: string,
  nodes: readonly Placed[],
  source: string,
  report: Report,
): Block[] {
  const lines = source.split("\n");
  return nodes.flatMap(({ node, above }): Block[] => {
    // The list in a `<Sample>` holds notes on its lines, so links in it are not looked for here.
    if (above.some((it) => isElement(it, "Sample"))) return [];
    if (isElement(node, "Sample")) return present(readSampleElement(file, node, report));
    if (node.type !== "code") return [];
    if (isClosed(node, source)) return present(readFence(file, node, lines, report));
    const { line, column } = startOf(node);
    report("unclosed-fence", line, column, showUnclosed(lines[line - 1] ?? ""));
    return [];
  });
}

function findFrontMatter(nodes: readonly Placed[]): FrontMatter | undefined {
  return nodes.flatMap(({ node }) =>
    node.type === "yaml" ? [readFrontMatter(node.value, startOf(node).line)] : [],
  )[0];
}

/** Finds imports, exports, and expressions other than comments and plain values. */
function findCode(nodes: readonly Placed[]): ({ text: string } & Position)[] {
  return nodes.flatMap(({ node }) =>
    isCode(node) ? [{ text: node.value, ...startOf(node) }] : [],
  );
}

function isCode(
  node: MdastNode,
): node is Extract<MdastNode, { type: "mdxjsEsm" | "mdxTextExpression" | "mdxFlowExpression" }> {
  if (node.type === "mdxjsEsm") return true;
  if (node.type !== "mdxTextExpression" && node.type !== "mdxFlowExpression") return false;
  const bare = node.value.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "").trim();
  if (bare === "") return false;
  const literal = readLiteral(bare);
  return "computed" in literal || typeof literal.value === "object";
}

function present<Item>(item: Item | undefined): Item[] {
  return item === undefined ? [] : [item];
}
