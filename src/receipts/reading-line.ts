/** What a reading prints, a line each: a setting and its value. */
export interface ReadingLine {
  /** `producer linger.ms` */
  readonly key: string;
  readonly value: string;
}

/**
 * Reads a line of a program's output of the form `key = value`; other lines say nothing of that kind.
 *
 * @example
 * readReadingLine("producer linger.ms = 5") // { key: "producer linger.ms", value: "5" }
 */
export function readReadingLine(line: string): ReadingLine | undefined {
  const [, key, value] = /^(.+?) = (.*)$/.exec(line) ?? [];
  return key === undefined || value === undefined ? undefined : { key, value };
}
