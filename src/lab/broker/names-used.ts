import { readFileSync } from "node:fs";

/** A whole string between quotes, in any of the languages of samples. */
const QUOTED = /"([\w.-]+)"|'([\w.-]+)'|`([\w.-]+)`/g;

/**
 * Says of a topic or a group whether a run could use it: its name stands between quotes in one of the run's files, or
 * it begins with one that does, as a changelog begins with the name of its store: `per-warehouse-changelog`.
 */
export function findNames(files: readonly string[]): (name: string) => boolean {
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const quoted = new Set(
    texts.flatMap((text) => [...text.matchAll(QUOTED)].map(([, a, b, c]) => a ?? b ?? c ?? "")),
  );
  // A single word would claim every name that begins with it.
  const beginnings = [...quoted].filter((name) => name.includes("-"));
  return (name) =>
    quoted.has(name) || beginnings.some((beginning) => name.startsWith(`${beginning}-`));
}
