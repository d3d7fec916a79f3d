import { readFileSync } from "node:fs";

/** Matches a string literal in any language of the samples. */
const QUOTED = /"([\w.-]+)"|'([\w.-]+)'|`([\w.-]+)`/g;

/**
 * Returns a function that says whether a run may use a topic or group of a given name. It may when one of the run's
 * files has the name between quotes, or has a beginning of it there, as `per-warehouse-changelog` begins with the name
 * of its store.
 */
export function findNames(files: readonly string[]): (name: string) => boolean {
  const texts = files.map((file) => readFileSync(file, "utf8"));
  const quoted = new Set(
    texts.flatMap((text) => [...text.matchAll(QUOTED)].map(([, a, b, c]) => a ?? b ?? c ?? "")),
  );
  // Only names with a hyphen: a single word would match every name that begins with it.
  const beginnings = [...quoted].filter((name) => name.includes("-"));
  return (name) =>
    quoted.has(name) || beginnings.some((beginning) => name.startsWith(`${beginning}-`));
}
