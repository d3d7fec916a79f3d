import { readReadingLine } from "../../receipts/reading-line.ts";

/** A setting that has another value, or is missing, in one of two readings. */
export interface ReadingChange {
  /** `producer linger.ms` */
  readonly key: string;
  /** Value in the receipt; absent where the receipt does not have the setting. */
  readonly recorded?: string;
  /** Value in the other version; absent where that version does not have the setting. */
  readonly other?: string;
}

/** Compares lines of the form "key = value" in any order; a line without a value counts as a key. */
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
