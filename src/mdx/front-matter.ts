import { isMap, isScalar, isSeq, LineCounter, parseDocument } from "yaml";
import type { Position } from "../report/source-text.ts";

/** The keys and values above a page's text, as written. */
export interface FrontMatter {
  /** Key → value; not validated. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The position of the opening fence. */
  readonly start: Position;
  /** The position of a value's key, or of the opening fence for a missing key. */
  readonly placeOf: (path: readonly (string | number)[]) => Position;
  /** The text of a value as it stands in the file, and the position where it begins. */
  readonly textOf: (key: string) => ({ readonly text: string } & Position) | undefined;
  /** The errors that make it invalid YAML. */
  readonly problems: readonly ({ readonly message: string } & Position)[];
}

/**
 * Reads a page's front matter.
 *
 * @param text the front matter without its fences
 * @param line the line of the opening fence
 */
export function readFrontMatter(text: string, line: number): FrontMatter {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const at = (offset: number): Position => {
    const place = counter.linePos(offset);
    return { line: line + Math.max(place.line, 1), column: Math.max(place.col, 1) };
  };
  const start = { line, column: 1 };
  const content: unknown = document.errors.length > 0 ? {} : document.toJS();
  return {
    data: isRecord(content) ? content : {},
    start,
    placeOf: (path) => {
      const offset = offsetOf(document.contents, path);
      return offset === undefined ? start : at(offset);
    },
    textOf: (key) => {
      const value = isMap(document.contents) ? document.contents.get(key, true) : undefined;
      if (!isScalar(value) || value.range == null) return undefined;
      const [from, to] = value.range;
      return { text: text.slice(from, to), ...at(from) };
    },
    problems: document.errors.map(({ message, pos }) => ({ message, ...at(pos[0]) })),
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
  if (!isScalar(item)) return undefined;
  return item.range?.[0];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
