import { positionIn } from "../report/place.ts";
import type { Position } from "../report/source-text.ts";
import { startOf } from "./blocks.ts";
import type { ComponentUse } from "./find-components.ts";
import type { FrontMatter } from "./front-matter.ts";
import { placeInSource } from "./source-place.ts";
import type { Placed } from "./walk.ts";

/** A `<Fact>`, `<Facts>` or `<Cite>` on a page. */
export interface Mention extends Position {
  readonly element: "Fact" | "Facts" | "Cite";
  /** The id of the fact, the name of the group, or the source with its anchor. */
  readonly name: string;
  /** Whether it stands in a sentence or a cell, which can carry a mark for its source. */
  readonly hasHost: boolean;
}

/** A piece of prose or of inline code. */
export interface Words {
  readonly text: string;
  readonly isCode: boolean;
  /** The position on the page of a character of `text`. */
  readonly placeOf: (index: number) => Position;
}

/** Components that mention a fact or source, and the attribute that names it. */
const MENTIONS = [
  ["Fact", "id"],
  ["Facts", "group"],
  ["Cite", "source"],
] as const;
/** Attributes that name a sample whose runs are shown. */
const SAMPLE_ATTRIBUTES = ["sample", "file"];
/** Keys of the front matter that hold prose. */
const PROSE_KEYS = ["lead", "description"];

/** Finds the facts and sources that a page mentions. */
export function findMentions(
  nodes: readonly Placed[],
  components: readonly ComponentUse[],
): Mention[] {
  const hosted = new Set(
    nodes
      .filter(({ above }) => above.some(({ type }) => HOSTS.has(type)))
      .map(({ node }) => placeKey(startOf(node))),
  );
  return components.flatMap((use) => {
    const [element, attribute] = MENTIONS.find(([name]) => name === use.name) ?? [];
    const name = attribute === undefined ? undefined : use.props[attribute];
    if (element === undefined || typeof name !== "string") return [];
    const { line, column } = use;
    return [{ element, name, line, column, hasHost: hosted.has(placeKey(use)) }];
  });
}

/** Nodes that can carry the mark of a fact's note. */
const HOSTS = new Set(["paragraph", "tableCell", "footnoteDefinition"]);

/** The prose of a page: its text, its captions, and the sentences of its front matter. */
export function findWords(
  nodes: readonly Placed[],
  components: readonly ComponentUse[],
  frontMatter: FrontMatter | undefined,
  source: string,
): Words[] {
  const said = PROSE_KEYS.flatMap((key) => {
    const value = frontMatter?.textOf(key);
    return value === undefined ? [] : [plainWords(value.text, value)];
  });
  const captions = components.flatMap(({ props, placeOf }) => {
    const { caption } = props;
    if (typeof caption !== "string") return [];
    const { line, column } = placeOf(["caption"]);
    return [plainWords(caption, { line, column: column + 'caption="'.length })];
  });
  const prose = nodes.flatMap(({ node, above }): Words[] => {
    if (node.type !== "text" && node.type !== "inlineCode") return [];
    // The text of a link names its target, such as a source or the number of an issue, and is no claim of the page.
    if (above.some(({ type }) => type === "link")) return [];
    const { value } = node;
    const isCode = node.type === "inlineCode";
    const offset = node.position?.start.offset ?? 0;
    const placeOf = (index: number): Position =>
      isCode ? startOf(node) : placeInSource(source, { offset, value }, index);
    return [{ text: value, isCode, placeOf }];
  });
  return [...said, ...captions, ...prose];
}

/** The samples that a page's links and components name. */
export function findSampleNames(
  nodes: readonly Placed[],
  components: readonly ComponentUse[],
): string[] {
  const linked = nodes.flatMap(({ node }) =>
    node.type === "link" && node.url.startsWith("/samples/")
      ? [node.url.slice("/samples/".length).replace(/\/(?:#.*)?$/, "")]
      : [],
  );
  const shown = components.flatMap(({ props }) => namesIn(props));
  return [...linked, ...shown.map((name) => name.replace(/\.ts$/, ""))];
}

/** Finds names in a prop: `{ runs: [{ sample: "a" }] }` → ["a"] */
function namesIn(data: unknown): string[] {
  if (typeof data !== "object" || data === null) return [];
  return Object.entries(data).flatMap(([key, value]) =>
    SAMPLE_ATTRIBUTES.includes(key) && typeof value === "string" ? [value] : namesIn(value),
  );
}

function plainWords(text: string, start: Position): Words {
  return { text, isCode: false, placeOf: (index) => positionIn(text, index, start) };
}

function placeKey({ line, column }: Position): string {
  return `${line}:${column}`;
}
