import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import { normaliseText, type Position } from "./source-text.ts";

/** A YAML text as data. The places of its parts are kept, so that an error in it has one. */
export interface Yaml {
  /** The data, not validated; `undefined` for a text with problems. */
  readonly content: unknown;
  /** Everything that makes the text no plain data, each with its position. */
  readonly problems: readonly ({ readonly message: string } & Position)[];
  /** The position of a key or an item; of the innermost one that exists, or `undefined` when the first does not. */
  readonly placeOf: (path: readonly (string | number)[]) => Position | undefined;
  /** The text of a plain value below a key, as it stands in the file, and where it begins. */
  readonly textOf: (key: string) => ({ readonly text: string } & Position) | undefined;
}

/**
 * Reads YAML. It never throws: besides wrong syntax, an alias and an unknown tag are problems, since YAML's own reader
 * fails on an alias without an anchor, and drops a tag that it does not know.
 */
export function readYaml(text: string): Yaml {
  const source = normaliseText(text);
  const counter = new LineCounter();
  const document = parseDocument(source, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number): Position => {
    const { line, col } = counter.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const found = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    message,
    ...at(pos[0]),
  }));
  visit(document, {
    Pair(_key, { key }) {
      if (isScalar(key) || isAlias(key)) return;
      const offset = isMap(key) || isSeq(key) ? (key.range?.[0] ?? 0) : 0;
      found.push({ message: "A key is one word, not a list or a map.", ...at(offset) });
    },
    Alias(_key, { source: name, range }) {
      found.push({
        message: `"*${name}" is an alias. Write the value itself, in quotes if it begins with "*".`,
        ...at(range?.[0] ?? 0),
      });
    },
  });
  return {
    content: found.length > 0 ? undefined : (document.toJS() as unknown),
    problems: found,
    placeOf: (path) => {
      const offset = offsetOf(document.contents, path);
      return offset === undefined ? undefined : at(offset);
    },
    textOf: (key) => {
      const value = isMap(document.contents) ? document.contents.get(key, true) : undefined;
      if (!isScalar(value) || value.range == null) return undefined;
      const [from, to] = value.range;
      return { text: source.slice(from, to), ...at(from) };
    },
  };
}

/** The offset of the last key or item of a path, or of the innermost one that exists. */
function offsetOf(node: unknown, [key, ...rest]: readonly (string | number)[]): number | undefined {
  if (key === undefined) return undefined;
  if (isMap(node)) {
    const pair = node.items.find((it) => isScalar(it.key) && String(it.key.value) === String(key));
    if (pair === undefined || !isScalar(pair.key)) return undefined;
    return offsetOf(pair.value, rest) ?? pair.key.range?.[0];
  }
  if (!isSeq(node)) return undefined;
  const item = node.items[Number(key)];
  if (!isScalar(item) && !isMap(item) && !isSeq(item) && !isAlias(item)) return undefined;
  return offsetOf(item, rest) ?? item.range?.[0];
}
