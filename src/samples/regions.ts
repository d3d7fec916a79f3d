import type { Language } from "./languages.ts";
import { findMarkers } from "./markers.ts";

/** A named part of a sample between two fold markers: whole lines, without the markers. */
export interface Region {
  readonly name: string;
  /** The region's first line after its marker, 1-based. */
  readonly firstLine: number;
  /** The region's last line before the end marker, 1-based. */
  readonly lastLine: number;
}

/** An error of a marker; `line` is 1-based. */
export interface RegionProblem {
  readonly slug:
    | "unclosed-region"
    | "stray-endregion"
    | "unnamed-region"
    | "duplicate-region"
    | "nothing-to-show";
  readonly line: number;
  readonly message: string;
}

/**
 * Finds the regions of a file. Regions may nest; a bare `// #endregion` closes the innermost one.
 *
 * @example
 * findRegions("// #region loop\nfor (;;) {}\n// #endregion loop\n", "ts").regions // [{ name: "loop", firstLine: 2, lastLine: 2 }]
 */
export function findRegions(
  text: string,
  language: Language,
): {
  readonly regions: readonly Region[];
  readonly problems: readonly RegionProblem[];
} {
  const regions: Region[] = [];
  const problems: RegionProblem[] = [];
  const open: { name: string; line: number }[] = [];
  const markers = findMarkers(text, language);
  for (const { kind, line, name } of markers) {
    if (kind === "region") {
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
    const last = open.pop();
    if (last === undefined || (name !== "" && name !== last.name)) {
      const expected =
        last === undefined ? "No region is open here." : `The open region is "${last.name}".`;
      problems.push({
        slug: "stray-endregion",
        line,
        message: `"#endregion${name === "" ? "" : ` ${name}`}" closes nothing. ${expected}`,
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
  const marked = new Set(markers.map(({ line }) => line));
  return { regions, problems: [...problems, ...emptyRegions(text, regions, marked)] };
}

/** Reports regions without lines, which would be shown as an empty frame. */
function emptyRegions(
  text: string,
  regions: readonly Region[],
  marked: ReadonlySet<number>,
): RegionProblem[] {
  if (regions.length === 0) return [];
  const lines = text.split("\n");
  const hasCode = ({ firstLine, lastLine }: Region): boolean =>
    lines
      .slice(firstLine - 1, lastLine)
      .some((line, index) => line.trim() !== "" && !marked.has(firstLine + index));
  return regions
    .filter((region) => !hasCode(region))
    .map(({ name, firstLine }) => ({
      slug: "nothing-to-show",
      line: firstLine - 1,
      message: `The region "${name}" has no line. Put the lines to show between its markers, or remove both.`,
    }));
}
