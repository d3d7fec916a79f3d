/** Nothing in content switches a check off: `@ts-expect-error` and `expect=` are the only ways to show what is wrong. */
import type { Issue } from "../report/issue.ts";
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

/** Suppressions in the samples and fences of a site; what is generated is nobody's to mend. */
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

/** The same in the site's own code, where a linter or the formatter may be told to look away, with a reason. */
export function checkOwnSuppressions(file: string, text: string): Issue[] {
  const found = file.endsWith(".astro") ? findInAstro(text) : findSuppressions(text, "ts");
  return found
    .filter(({ hasReason }) => !hasReason)
    .map((it) => {
      const issue = toIssue(it, { file, ...positionAt(text, it.start) });
      const reason = 'Or say why it must stay, in a comment right above it or behind " -- ".';
      const isAllowed = it.of === "linter" || it.of === "formatter";
      return isAllowed ? { ...issue, message: `${issue.message}\n${reason}` } : issue;
    });
}

/** Of an Astro file, of which only parts are TypeScript, each comment by itself, wherever one seems to begin. */
function findInAstro(text: string): Suppression[] {
  return [...text.matchAll(/\/\/.*|\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g)].flatMap(
    ({ 0: written, index }) =>
      findSuppressions(written.replace(/^<!--/, "/*  ").replace(/-->$/, "*/ "), "ts").map((it) => ({
        ...it,
        start: index + it.start,
      })),
  );
}

function toIssue({ written, of }: Suppression, place: Omit<Issue, "slug" | "message">): Issue {
  return {
    slug: of === "program" ? "ambient-declaration" : "suppressed-check",
    ...place,
    message: `"${written}" ${WHAT[of]}`,
  };
}
