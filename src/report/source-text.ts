/** A place in a text: both 1-based, the column in UTF-16 units, as editors count. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Text as the site shows it and the compiler sees it: no byte order mark, `\n` line ends, also where the file has lone `\r`. Lines and columns stay what they were. */
export function normaliseText(text: string): string {
  return text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
}

/** The line and column of an offset (UTF-16 units, 0-based) into `text`. */
export function positionAt(text: string, offset: number): Position {
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < lineStart; at = text.indexOf("\n", at + 1)) {
    line++;
  }
  return { line, column: offset - lineStart + 1 };
}

/** The UTF-16 offset of a UTF-8 byte offset into `text`: linters written in Rust count bytes. */
export function offsetOfByte(text: string, byteOffset: number): number {
  return Buffer.from(text, "utf8").subarray(0, byteOffset).toString("utf8").length;
}
