/** The samples' `tsconfig.json` may not make the compiler less strict, which would switch a check off for everything. */
import path from "node:path";
import { z } from "astro/zod";
import { readTextIfThere } from "../disk/read-if-there.ts";
import type { Issue } from "../report/issue.ts";
import { locate } from "../report/place.ts";
import { normaliseText } from "../report/source-text.ts";
import { BROWSERS_FOLDER } from "../samples/browsers.ts";
import { SAMPLES_FOLDER } from "../samples/find-samples.ts";

/** Options that find errors. */
const STRICT = [
  "strict",
  "noUncheckedIndexedAccess",
  "exactOptionalPropertyTypes",
  "noImplicitOverride",
  "noImplicitReturns",
  "noFallthroughCasesInSwitch",
  "noPropertyAccessFromIndexSignature",
  "verbatimModuleSyntax",
  "isolatedModules",
  "erasableSyntaxOnly",
];
/** Options that `strict` turns on, and that one could turn off again. */
const IN_STRICT =
  /^(?:alwaysStrict|noImplicit(?:Any|This)|strict[A-Z]\w*|useUnknownInCatchVariables)$/;
/** Options that let a name mean another file, or leave files unchecked. */
const FOREIGN =
  /^(?:allowJs|baseUrl|customConditions|moduleSuffixes|noCheck|noResolve|paths|plugins|typeRoots)$/;

const configuration = z.looseObject({ compilerOptions: z.record(z.string(), z.unknown()) });

/** Finds options in the configuration of samples, and of those for browsers, that switch something off. */
export function checkOptions(root: string): Issue[] {
  return [
    ...checkFile(root, `${SAMPLES_FOLDER}/tsconfig.json`, STRICT),
    ...checkFile(root, `${SAMPLES_FOLDER}/${BROWSERS_FOLDER}/tsconfig.json`, []),
  ];
}

function checkFile(root: string, file: string, required: readonly string[]): Issue[] {
  const text = normaliseText(readTextIfThere(path.join(root, file)) ?? "");
  const options = readOptions(text);
  if (options === undefined) return [];
  const report = (name: string, message: string): Issue => ({
    slug: "bad-configuration",
    file,
    ...locate(text, `"${name}"`),
    message,
  });
  const missing = required
    .filter((name) => !(name in options))
    .map((name) =>
      report("compilerOptions", `"${name}" is missing, which finds errors. Type "${name}": true.`),
    );
  const wrong = Object.entries(options).flatMap(([name, value]) => {
    if (FOREIGN.test(name))
      return [
        report(name, `"${name}" makes names mean other files than for a reader. Take it out.`),
      ];
    const isStrict = STRICT.includes(name) || IN_STRICT.test(name);
    return isStrict && value !== true
      ? [report(name, `"${name}" finds errors in every sample. Type "${name}": true.`)]
      : [];
  });
  return [...missing, ...wrong];
}

/** The options as data; `undefined` for a text that the compiler itself refuses. */
function readOptions(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return configuration.parse(JSON.parse(text)).compilerOptions;
  } catch {
    return undefined;
  }
}
