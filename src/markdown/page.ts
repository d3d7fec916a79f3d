import { readFileSync } from "node:fs";
import path from "node:path";
import { mdxToMdast } from "satteri";
import type { CheckedContent } from "../check/check-content.ts";
import type { PageData } from "../docs/page-model.ts";
import type { Fact } from "../facts/fact.ts";
import { showHolder } from "../facts/show-value.ts";
import type { Page } from "../mdx/page.ts";
import { normaliseText, type Position } from "../report/source-text.ts";
import { evidence } from "./components.ts";
import { editsOf, type Edit } from "./replace.ts";
import { code, plain } from "./write.ts";

/** A page as Markdown. */
export interface MarkdownPage {
  /** Such as "kafka/consuming". */
  readonly slug: string;
  readonly markdown: string;
}

/**
 * Every page below `content/docs` as Markdown, in reading order.
 *
 * @param site the origin of absolute links
 */
export function markdownPages(root: string, checked: CheckedContent, site: string): MarkdownPage[] {
  const files = new Map(checked.pages.map((page) => [page.file, page]));
  return [...checked.model.pages.values()].flatMap((data) => {
    const page = files.get(data.file);
    if (page === undefined) return [];
    const source = normaliseText(readFileSync(path.join(root, page.file), "utf8"));
    return [{ slug: data.slug, markdown: pageMarkdown(source, page, data, checked, site) }];
  });
}

/** One page, from its source. */
export function pageMarkdown(
  source: string,
  page: Pick<Page, "file" | "components" | "headings">,
  data: Pick<PageData, "title" | "lead" | "path" | "versions" | "changed">,
  checked: Pick<CheckedContent, "blocks" | "components" | "facts">,
  site: string,
): string {
  const url = (to: string): string => new URL(to, site).href;
  const facts = new Map<string, Fact>();
  const tree = mdxToMdast(source, { features: { frontmatter: true } });
  const edits = editsOf(tree, {
    source,
    blocks: byPlace(checked.blocks.get(page.file) ?? [], (block) => block),
    uses: byPlace(page.components, (use) => use),
    shown: byPlace(checked.components.get(page.file) ?? [], ({ shown }) => shown),
    facts: checked.facts,
    url,
    noteFact: (fact) => facts.set(fact.id, fact),
  });
  const about = [`Page: ${url(data.path)}`, ...data.versions, `changed ${data.changed}`];
  // The Overview has a heading of its own.
  const hasTitle = page.headings.some(({ depth }) => depth === 1);
  const title = hasTitle ? [] : [`# ${data.title}`, data.lead];
  const head = [...title, about.join(" · ")].join("\n\n");
  const text = [head, apply(source, edits), listFacts([...facts.values()], url)].join("\n\n");
  return `${text
    .replaceAll(/[ \t]+$/gm, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim()}\n`;
}

function byPlace<Item extends Position, Value>(
  items: readonly Item[],
  value: (item: Item) => Value,
): Map<string, Value> {
  return new Map(items.map((item) => [`${item.line}:${item.column}`, value(item)]));
}

/** The source with its edits, which do not overlap. */
function apply(source: string, edits: readonly Edit[]): string {
  let at = 0;
  let text = "";
  for (const edit of [...edits].sort((a, b) => a.from - b.from || a.to - b.to)) {
    text += source.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return text + source.slice(at);
}

/** What the margin says of the page's values: what each means, and where it comes from. */
function listFacts(facts: readonly Fact[], url: (path: string) => string): string {
  if (facts.length === 0) return "";
  const rows = facts.map((fact) => {
    const name = fact.setting === undefined ? plain(fact.of) : code(fact.setting);
    return `- ${name}: ${plain(fact.says)} ${showHolder(fact)}. ${evidence(fact, url)}`;
  });
  return ["## Facts on this page, with their sources", rows.join("\n")].join("\n\n");
}
