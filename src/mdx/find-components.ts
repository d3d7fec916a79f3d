import { positionAt, type Position } from "../report/source-text.ts";
import { readLiteral } from "./literal.ts";
import { offsetInSource } from "./source-place.ts";
import { isElement, type Element, type Placed } from "./walk.ts";

/** A component, or an HTML element, on a page. */
export interface ComponentUse extends Position {
  /** Empty for a fragment, `<>`. */
  readonly name: string;
  /** Whether it stands within a sentence, a heading or a cell instead of on a line of its own. */
  readonly isInline: boolean;
  /** Names of the components around it, outermost first. */
  readonly inside: readonly string[];
  readonly hasChildren: boolean;
  /** Its attributes as data. */
  readonly props: Readonly<Record<string, unknown>>;
  /** The position of a prop or a part of one: `["rows", 2, "label"]`. */
  readonly placeOf: (path: readonly PropertyKey[]) => Position;
  /** Attributes whose value is computed and therefore cannot be checked. */
  readonly computed: readonly ({ readonly text: string } & Position)[];
  /** Attributes, and keys of an object, that are said a second time. */
  readonly twice: readonly ({ readonly name: string } & Position)[];
}

/** Finds every component of a page and reads its attributes. */
export function findComponents(nodes: readonly Placed[], source: string): ComponentUse[] {
  return nodes.flatMap(({ node, above }) => {
    if (!isElement(node)) return [];
    const inside = above.filter((it) => isElement(it)).map(({ name }) => name ?? "");
    return [{ ...readElement(node, source), inside }];
  });
}

function readElement(node: Element, source: string): Omit<ComponentUse, "inside"> {
  const { offset = 0, line = 1, column = 1 } = node.position?.start ?? {};
  const end = node.children[0]?.position?.start.offset ?? node.position?.end.offset;
  const tag = source.slice(offset, end);
  const props: Record<string, unknown> = {};
  // Computed on demand, because few positions are ever asked for.
  const starts = new Map<string, () => number>();
  const computed: { text: string; line: number; column: number }[] = [];
  const twice: { name: string; line: number; column: number }[] = [];
  const note = (text: string, at: number): void => {
    computed.push({ text, ...positionAt(source, at) });
  };
  for (const attribute of node.attributes) {
    if (attribute.type !== "mdxJsxAttribute") {
      note(`{${attribute.value}}`, offset + Math.max(0, tag.indexOf(attribute.value) - 1));
      continue;
    }
    const { name, value } = attribute;
    const isSecond = starts.has(name);
    const found = [...tag.matchAll(attributeNamed(name))].map(({ index }) => index);
    const nameAt = offset + Math.max(0, ((isSecond ? found.at(-1) : found[0]) ?? -1) + 1);
    if (isSecond) twice.push({ name, ...positionAt(source, nameAt) });
    starts.set(name, () => nameAt);
    if (value === null || value === undefined || typeof value === "string") {
      props[name] = value ?? true;
      continue;
    }
    const valueAt = source.indexOf("{", nameAt + name.length) + 1;
    // The parser has removed the lines' indentation from the value.
    const offsetOf = (at: number): number =>
      valueAt + offsetInSource(source.slice(valueAt, node.position?.end.offset), value.value, at);
    const literal = readLiteral(value.value);
    if ("computed" in literal) {
      note(literal.computed, offsetOf(literal.at));
      continue;
    }
    for (const key of literal.twice)
      twice.push({ name: key.name, ...positionAt(source, offsetOf(key.at)) });
    props[name] = literal.value;
    for (const [path, at] of literal.starts)
      if (path !== "") starts.set(`${name}.${path}`, () => offsetOf(at));
  }
  return {
    name: node.name ?? "",
    line,
    column,
    isInline: node.type === "mdxJsxTextElement",
    hasChildren: node.children.length > 0,
    props,
    computed,
    twice,
    placeOf: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const at = starts.get(path.slice(0, length).map(String).join("."));
        if (at !== undefined) return positionAt(source, at());
      }
      return { line, column };
    },
  };
}

function attributeNamed(name: string): RegExp {
  return new RegExp(`\\s${RegExp.escape(name)}(?=[\\s=/>])`, "g");
}
