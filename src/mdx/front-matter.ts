import { readYaml } from "../report/read-yaml.ts";
import type { Position } from "../report/source-text.ts";

/** The keys and values above a page's text, as written. */
export interface FrontMatter {
  /** Key → value; not validated. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The position of the opening fence. */
  readonly start: Position;
  /** The position of a value's key, or of the opening fence for a missing key. */
  readonly placeOf: (path: readonly (string | number)[]) => Position;
  /** The text of a value as it stands in the file, and the position where it begins. */
  readonly textOf: (key: string) => ({ readonly text: string } & Position) | undefined;
  /** The errors that make it invalid YAML. */
  readonly problems: readonly ({ readonly message: string } & Position)[];
}

/**
 * Reads a page's front matter.
 *
 * @param text the front matter without its fences
 * @param line the line of the opening fence
 */
export function readFrontMatter(text: string, line: number): FrontMatter {
  const yaml = readYaml(text);
  const below = <Placed extends Position>(it: Placed): Placed => ({ ...it, line: line + it.line });
  const start = { line, column: 1 };
  return {
    data: isRecord(yaml.content) ? yaml.content : {},
    start,
    placeOf: (path) => {
      const place = yaml.placeOf(path);
      return place === undefined ? start : below(place);
    },
    textOf: (key) => {
      const found = yaml.textOf(key);
      return found && below(found);
    },
    problems: yaml.problems.map(below),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
