import { globSync, readFileSync } from "node:fs";
import path from "node:path";

const tests = path.join(import.meta.dirname, "..");
/** What tests expect the check to say, word for word. */
const EXPECTED = [
  "samples/fixtures/rejects/expected/*.txt",
  "check/fixtures/*/expected.txt",
  "check/own-code/expected.txt",
  "links/expected.txt",
];

/**
 * An example of each kind of issue that a test expects: slug → the issue. Of several it is the first one in the file that
 * is called like the slug, else in the shortest that begins with one.
 */
export function findExpectedIssues(): Map<string, string> {
  const found = globSync(EXPECTED, { cwd: tests })
    .sort()
    .flatMap((file) => {
      const issues = splitIssues(readFileSync(path.join(tests, file), "utf8"));
      return issues.map((text, index) => {
        const slug = slugOf(text);
        const isNamesake = path.basename(file, ".txt") === slug;
        return { slug, text, rank: (isNamesake ? 0 : 1_000) + issues.length + 100 * index };
      });
    });
  found.sort((a, b) => a.rank - b.rank);
  return new Map(found.reverse().map(({ slug, text }) => [slug, text]));
}

/** The issues of a text in which each begins with its slug and place. */
function splitIssues(text: string): string[] {
  return text.trimEnd().split(/\n(?=[a-z-]+ {2}\S+:\d+:\d+$)/m);
}

/** The slug that an error begins with. */
export function slugOf(text: string): string {
  return text.slice(0, text.indexOf("  "));
}
