import { readFileSync } from "node:fs";
import type { WireLine } from "./receipt.ts";

/**
 * Parses the lines of a wire file.
 *
 * @example
 * parseWireFile("512\torders\twarehouse\tDelivery 500 o-125.3\t\n")
 * @throws Error for a line that does not have five fields, or has no time
 */
export function parseWireFile(text: string): WireLine[] {
  return linesOf(text).map((line, index) => {
    const [ms, from, to, label, note, ...more] = line.split("\t");
    const time = Number(ms);
    if (note === undefined || more.length > 0 || ms === "" || !Number.isFinite(time)) {
      throw new Error(
        `Line ${index + 1} of a wire file is "${line}". Expected five fields between tabs: ms, from, to, label, note.`,
      );
    }
    return { ms: time, from: from ?? "", to: to ?? "", label: label ?? "", note };
  });
}

/** Counts the lines of a wire file (absolute path); returns `undefined` when it does not exist. */
export function countWireLines(file: string): number | undefined {
  try {
    return linesOf(readFileSync(file, "utf8")).length;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function linesOf(text: string): string[] {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
