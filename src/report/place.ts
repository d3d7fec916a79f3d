import { type Position, positionAt } from "./source-text.ts";

/** A place in a file, as an issue names it. */
export interface Place extends Position {
  /** Path from the repository's root, with forward slashes. */
  readonly file: string;
}

/** The position of an offset into `text`, which itself begins at `start`. */
export function positionIn(text: string, offset: number, start: Position): Position {
  const { line, column } = positionAt(text, offset);
  return { line: start.line + line - 1, column: line === 1 ? start.column + column - 1 : column };
}

/** The position of the first occurrence of `quoted` in `text`, or the start of the text when there is none. */
export function locate(text: string, quoted: string): Position {
  return positionAt(text, Math.max(0, text.indexOf(quoted)));
}
