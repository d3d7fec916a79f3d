/** A place in a text. Line and column are 1-based; columns count UTF-16 units, as editors do. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/**
 * The text as the site shows it and the compiler sees it: without byte order mark, with `\n` as line end even for a
 * lone `\r`. Lines and columns stay the same.
 */
export function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
}

/** The line and column of an offset into `text` (UTF-16 units, 0-based). */
export function positionAt(text: string, offset: number): Position {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < lineStart; at = text.indexOf("\n", at + 1)) {
    line++;
  }
  return { line, column: offset - lineStart + 1 };
}

/** Converts a UTF-8 byte offset into `text` to a UTF-16 offset, because linters written in Rust count bytes. */
export function offsetOfByte(text: string, byteOffset: number): number {
  return Buffer.from(text, "utf8").subarray(0, byteOffset).toString("utf8").length;
}
