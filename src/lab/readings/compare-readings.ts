import { readReadingLine } from "../../receipts/reading-line.ts";

/** A setting that is not the same, or not there, in one of two readings. */
export interface ReadingChange {
  /** `producer linger.ms` */
  readonly key: string;
  /** Absent where the record does not have it. */
  readonly recorded?: string;
  /** Absent where the other version does not have it. */
  readonly other?: string;
}

/** Compares lines of the form "key = value", whatever their order; a line without a value is a key. */
export function compareReadings(
  recorded: readonly string[],
  other: readonly string[],
): readonly ReadingChange[] {
  const [before, now] = [readLines(recorded), readLines(other)];
  const keys = [...new Set([...before.keys(), ...now.keys()])].sort();
  return keys.flatMap((key) => {
    const [was, is] = [before.get(key), now.get(key)];
    if (was === is) return [];
    return [
      {
        key,
        ...(was === undefined ? {} : { recorded: was }),
        ...(is === undefined ? {} : { other: is }),
      },
    ];
  });
}

function readLines(lines: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    lines.map((line) => {
      const { key, value } = readReadingLine(line) ?? { key: line, value: "" };
      return [key, value];
    }),
  );
}
