import { positionIn } from "../report/place.ts";
import type { Position } from "../report/source-text.ts";
import { startOf } from "./blocks.ts";
import type { ComponentUse } from "./find-components.ts";
import type { FrontMatter } from "./front-matter.ts";
import { placeInSource } from "./source-place.ts";
import type { Placed } from "./walk.ts";

/** A `<Fact>`, a table of them or a `<Cite>` on a page. */
export interface Mention extends Position {
  readonly element: "Fact" | "Facts" | "Cite";
  /** The id of the fact, the group, or the source with its anchor. */
  readonly name: string;
  /** A sentence or a cell contains it, so that something can say where it is from. */
  readonly hasHost: boolean;
}

/** A piece of prose, or of inline code in it. */
export interface Words {
  readonly text: string;
  readonly isCode: boolean;
  /** Where a character of it stands on the page. */
  readonly placeOf: (index: number) => Position;
}

/** Components that mention something, and the attribute that says what. */
const MENTIONS = [
  ["Fact", "id"],
  ["Facts", "group"],
  ["Cite", "source"],
] as const;
/** Attributes that name a sample whose runs are shown. */
const SAMPLE_ATTRIBUTES = ["sample", "file"];
/** Keys of the front matter that are prose. */
const PROSE_KEYS = ["lead", "description"];

/** What a page mentions of facts and sources. */
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

/** What can carry the mark of a fact's note, or has none. */
const HOSTS = new Set(["paragraph", "tableCell", "footnoteDefinition"]);

/** The prose of a page: its text, captions, and what its front matter says in sentences. */
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
    // What a link says is the name of where it leads: a source, an issue's number.
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

/** `{ runs: [{ sample: "a" }] }` → ["a"] */
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
