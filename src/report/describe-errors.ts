import { CONSEQUENCES, FAILURES, ISSUES, type ErrorKind } from "./slugs.ts";

/** The slug that the introduction takes as its example. */
const SHOWN_FIRST = "unknown-region";

/**
 * The text of `ERRORS.md`: how to read an error, then a section for every kind, in alphabetical order.
 *
 * @param examples slug → an error of that kind, as a terminal shows it; a kind without one goes without
 */
export function describeErrors(examples: ReadonlyMap<string, string>): string {
  return [
    "# Errors",
    "Every error that this project reports, its cause, and how to mend it. This file is written from `src/report/slugs.ts` and from errors that tests expect: do not edit it, type `npm test -- tests/report -u`.",
    ...howToRead(examples.get(SHOWN_FIRST) ?? ""),
    "## Errors in content",
    "Each is an _issue_: `npm run check` lists all of them at once. The examples are of the sites that tests check, below `tests/`.",
    ...describeKinds(ISSUES, examples),
    "## Failures of commands and of the lab",
    "Each is a _failure_: what you asked for could not be done. The command ends with exit status 1. One that ends a run of the lab is told with that run, after the other runs were made.",
    ...describeKinds(FAILURES, examples),
  ]
    .join("\n\n")
    .concat("\n");
}

function howToRead(example: string): string[] {
  const consequences = [...CONSEQUENCES].sort().map((slug) => `[\`${slug}\`](#${slug})`);
  return [
    "## How to read an error",
    quote(example),
    [
      "- First the _slug_, the name of its kind: find its section below.",
      "- Then the place, `file:line:column`, counted from 1. A terminal opens it with a click. Code of a fence is placed in the page, code of a region in the file that the region is cut from.",
      "- Below it, what is wrong, and what was expected or which names are near; a message of the compiler or the linter begins with its own code, such as `TS2345` or `typescript(no-floating-promises)`.",
      "- Last, where it can be said, what to type. A failure has no place, and is written in the same order.",
    ].join("\n"),
    "The same check stands behind four doors:",
    [
      "- `npm run check` prints all errors, at once; `npm run check -- --json` prints them for a program.",
      "- `npm run dev` shows the errors of a page in the browser, at the page's own line. A record that is missing or out of date is only a banner there.",
      "- `npm run build`, and `npm start` with it, prints all errors and writes nothing: `dist/` stays as it was.",
      "- `npm test` checks before it tests, and stops when something is wrong.",
    ].join("\n"),
    `Mend from the top. Errors are in the order of files and lines, and those that another error may have caused come last: ${consequences.join(", ")}. Often they are gone with their cause.`,
  ];
}

function describeKinds(
  kinds: Readonly<Record<string, ErrorKind>>,
  examples: ReadonlyMap<string, string>,
): string[] {
  return Object.entries(kinds)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([slug, { cause, mend }]) => {
      const example = examples.get(slug);
      return [
        `### ${slug}`,
        cause,
        ...(example === undefined ? [] : [quote(example)]),
        `**Mend:** ${mend}`,
      ];
    });
}

/** A block of text; its fence is longer than any that the text mentions. */
function quote(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}text\n${text}\n${fence}`;
}
