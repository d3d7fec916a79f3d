import { mdxToMdast } from "satteri";

/** An opening line up to its meta: the fence's characters, the language and the white space around them. */
const BEFORE_META = /^[`~]+[ \t]*\S+[ \t]*/;
/** What the parser decodes as one piece: an escaped sign, an entity, or any other character. */
const PIECE = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);|[\s\S]/giy;

/**
 * The column of a place in a fence's meta, 1-based. The parser decodes the meta (`a&b` from `a&amp;b` or `a\&b`), but
 * authors need the column in the line as written.
 *
 * @param line the line of the page that opens the fence
 * @param fenceColumn the column at which the fence opens, 1-based
 * @param offset into the decoded meta
 */
export function metaColumn(line: string, fenceColumn: number, offset: number): number {
  const opening = line.slice(fenceColumn - 1);
  let at = BEFORE_META.exec(opening)?.[0].length ?? 0;
  for (let decoded = 0; decoded < offset && at < opening.length;) {
    PIECE.lastIndex = at;
    const [piece = ""] = PIECE.exec(opening) ?? [];
    decoded += decodedLength(piece);
    at += piece.length;
  }
  return fenceColumn + at;
}

function decodedLength(piece: string): number {
  if (piece.length === 1 || piece.startsWith("\\")) return 1;
  const tree = mdxToMdast(piece);
  const [paragraph] = tree.type === "root" ? tree.children : [];
  const [text] = paragraph?.type === "paragraph" ? paragraph.children : [];
  return text?.type === "text" ? text.value.length : piece.length;
}
