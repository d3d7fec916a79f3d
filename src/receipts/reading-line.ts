/** A setting and its value, from one line that a reading (a program that prints defaults) has printed. */
export interface ReadingLine {
  /** `producer linger.ms` */
  readonly key: string;
  readonly value: string;
}

/**
 * Reads a line of a program's output of the form `key = value`; returns `undefined` for other lines.
 *
 * @example
 * readReadingLine("producer linger.ms = 5") // { key: "producer linger.ms", value: "5" }
 */
export function readReadingLine(line: string): ReadingLine | undefined {
  const [, key, value] = /^(.+?) = (.*)$/.exec(line) ?? [];
  return key === undefined || value === undefined ? undefined : { key, value };
}
