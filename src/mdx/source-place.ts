import { positionAt, type Position } from "../report/source-text.ts";

/**
 * The offset in a page's source of a character of a text node. They differ because the parser removes escapes and the
 * indentation of lists and quotes, and decodes entities.
 *
 * @param raw the source from the node's start
 * @param value the node's value
 * @param index of the character in `value`
 */
export function offsetInSource(raw: string, value: string, index: number): number {
  let at = 0;
  for (let shown = 0; at < raw.length;) {
    const isSame = raw[at] === value[shown];
    if (isSame && shown >= index) return at;
    const entity = isSame ? undefined : /^&#?\w+;/.exec(raw.slice(at, at + 40))?.[0];
    if (entity !== undefined && shown >= index) return at;
    if (entity !== undefined) {
      at += entity.length;
      shown += String.fromCodePoint(value.codePointAt(shown) ?? 0).length;
    } else {
      at += 1;
      if (isSame) shown += 1;
    }
  }
  return at;
}

/** The position on the page of a character of a text node. */
export function placeInSource(
  source: string,
  node: { readonly offset: number; readonly value: string },
  index: number,
): Position {
  return positionAt(
    source,
    node.offset + offsetInSource(source.slice(node.offset), node.value, index),
  );
}
