import { mdxToMdast } from "satteri";

/** An opening line up to its meta: the fence's characters, the language and what stands around them. */
const BEFORE_META = /^[`~]+[ \t]*\S+[ \t]*/;
/** What the parser takes for one piece: an escaped sign, an entity, any other character. */
const PIECE = /\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]*);|[\s\S]/giy;

/**
 * The column of a place in a fence's meta, 1-based. The parser gives the meta decoded, `a&b` for `a&amp;b` and for `a\&b`,
 * while an author looks at the line as it was written.
 *
 * @param line the line of the page that opens the fence
 * @param fenceColumn where the fence opens on it, 1-based
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
