import type { MdastNode } from "satteri";

/**
 * Whether a fence ends with a closing line. Without one the parser takes the rest of the page, or of the list, as
 * code.
 */
export function isClosed(node: Extract<MdastNode, { type: "code" }>, source: string): boolean {
  const { start, end } = node.position ?? {};
  if (start === undefined || end === undefined || end.line === start.line) return false;
  const raw = source.slice(start.offset, end.offset);
  const opening = /^(`{3,}|~{3,})/.exec(raw)?.[1] ?? "```";
  const last = raw.slice(raw.lastIndexOf("\n") + 1);
  const closing = /(?:^|[\s>])(`{3,}|~{3,})[ \t]*$/.exec(last)?.[1] ?? "";
  if (!closing.startsWith(opening)) return false;
  // A closing line that is indented too far counts as code.
  const inner = end.line - start.line - 1;
  return node.value === "" || node.value.split("\n").length === inner;
}

/**
 * Tells an author what to type to close a fence.
 *
 * @param line the line of the page that opens the fence
 */
export function showUnclosed(line: string): string {
  const marks = /`{3,}|~{3,}/.exec(line)?.[0] ?? "```";
  return `This fence is never closed, so everything below it is code.\nType ${marks} on a line of its own where the code ends.`;
}
