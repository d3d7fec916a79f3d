/** A named part of a sample, between the editor's own fold markers; whole lines, markers excluded. */
export interface Region {
  readonly name: string;
  /** 1-based, of the region's first line after its marker. */
  readonly firstLine: number;
  /** 1-based, of its last line before the end marker. */
  readonly lastLine: number;
}

/** A marker that is wrong: which line it is on (1-based) and why. */
export interface RegionProblem {
  readonly slug: "unclosed-region" | "stray-endregion" | "unnamed-region" | "duplicate-region";
  readonly line: number;
  readonly message: string;
}

const START = /^\s*\/\/\s*#region\b[ \t]*(.*?)\s*$/;
const END = /^\s*\/\/\s*#endregion\b[ \t]*(.*?)\s*$/;

/** Whether a line is a fold marker; markers are never shown or copied. */
export function isRegionMarker(line: string): boolean {
  return START.test(line) || END.test(line);
}

/**
 * Finds the regions of a file. Regions may nest; a bare `// #endregion` closes the innermost one.
 *
 * @example
 * findRegions("// #region loop\nfor (;;) {}\n// #endregion loop\n").regions // [{ name: "loop", firstLine: 2, lastLine: 2 }]
 */
export function findRegions(text: string): {
  readonly regions: readonly Region[];
  readonly problems: readonly RegionProblem[];
} {
  const regions: Region[] = [];
  const problems: RegionProblem[] = [];
  const open: { name: string; line: number }[] = [];
  for (const [index, content] of text.split("\n").entries()) {
    const line = index + 1;
    const start = START.exec(content);
    if (start !== null) {
      const name = start[1] ?? "";
      if (name === "") {
        problems.push({
          slug: "unnamed-region",
          line,
          message: 'A region needs a name. Type "// #region name".',
        });
      } else if ([...regions, ...open].some((region) => region.name === name)) {
        problems.push({
          slug: "duplicate-region",
          line,
          message: `A region named "${name}" starts earlier in this file. Give this one another name.`,
        });
      }
      open.push({ name, line });
      continue;
    }
    const end = END.exec(content);
    if (end === null) continue;
    const named = end[1] ?? "";
    const last = open.pop();
    if (last === undefined || (named !== "" && named !== last.name)) {
      const expected =
        last === undefined ? "No region is open here." : `The open region is "${last.name}".`;
      problems.push({
        slug: "stray-endregion",
        line,
        message: `"#endregion${named === "" ? "" : ` ${named}`}" closes nothing. ${expected}`,
      });
      if (last !== undefined) open.push(last);
      continue;
    }
    regions.push({ name: last.name, firstLine: last.line + 1, lastLine: line - 1 });
  }
  for (const { name, line } of open.filter((region) => region.name !== "")) {
    problems.push({
      slug: "unclosed-region",
      line,
      message: `The region "${name}" is never closed. Type "// #endregion ${name}" after its last line.`,
    });
  }
  regions.sort((a, b) => a.firstLine - b.firstLine);
  return { regions, problems };
}

/** The text without its fold markers: what a reader is shown and copies of a whole file. */
export function withoutMarkers(text: string): string {
  if (!text.includes("region")) return text;
  return linesWithoutMarkers(text)
    .map((line) => line.text)
    .join("\n");
}

/**
 * The lines that are left without the fold markers, with their numbers in `text` (1-based). An empty line goes with a
 * marker that stood between two of them; no other line does, since it may be part of a string.
 */
export function linesWithoutMarkers(
  text: string,
): { readonly line: number; readonly text: string }[] {
  const kept: { line: number; text: string }[] = [];
  let isAfterMarker = false;
  for (const [index, content] of text.split("\n").entries()) {
    if (isRegionMarker(content)) {
      isAfterMarker = true;
    } else if (!isAfterMarker || `${kept.at(-1)?.text ?? ""}${content}`.trim() !== "") {
      kept.push({ line: index + 1, text: content });
      isAfterMarker = false;
    }
  }
  return kept;
}
