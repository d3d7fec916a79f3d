/** Content must not switch a check off. The only ways to show wrong code are `@ts-expect-error` and `expect=`. */
import type { Issue } from "../report/issue.ts";
import type { Place } from "../report/place.ts";
import { positionAt } from "../report/source-text.ts";
import type { SampleFile } from "../samples/find-samples.ts";
import { findSuppressions, type Suppression } from "./suppressions.ts";
import type { Unit } from "./units.ts";

const WHAT = {
  compiler:
    "switches the compiler off. Mend what it hides. To show an error, type `// @ts-expect-error` above its line, or `expect=TS2345` behind the fence's ```ts.",
  javac: "switches warnings of javac off. Mend what it warns of.",
  linter: "switches the linter off. Mend what it hides.",
  formatter: "switches the formatter off. Remove it, and type npm run format.",
  program: "changes what every other sample sees. Import what this one needs.",
} as const satisfies Readonly<Record<Suppression["of"], string>>;

/** Finds suppressions in samples and fences. Generated files are skipped, since nobody can mend them. */
export function checkSuppressions(units: readonly Unit[], samples: readonly SampleFile[]): Issue[] {
  const generated = new Set(samples.filter((it) => it.generated).map(({ file }) => file));
  return [
    ...units
      .filter(({ kind, origin }) => kind !== "excerpt" && !generated.has(origin.file))
      .flatMap(({ text, locateOffset }) =>
        findSuppressions(text, "ts").map((it) => toIssue(it, locateOffset(it.start))),
      ),
    ...samples
      .filter(({ language }) => language === "java")
      .flatMap(({ file, source }) =>
        findSuppressions(source, "java").map((it) =>
          toIssue(it, { file, ...positionAt(source, it.start) }),
        ),
      ),
  ];
}

/** Turns a suppression into an issue at its place. */
export function toIssue({ written, of }: Suppression, place: Place): Issue {
  return {
    slug: of === "program" ? "ambient-declaration" : "suppressed-check",
    ...place,
    message: `"${written}" ${WHAT[of]}`,
  };
}
