import path from "node:path";
import { nearestNames } from "../report/nearest.ts";
import { ENDINGS, languageOfEnding, type Language } from "./languages.ts";

/** Refused endings, and what to do instead. The longest matching ending counts. */
const REFUSED: readonly (readonly [endings: readonly string[], instead: string])[] = [
  [
    [".d.ts", ".d.mts", ".d.cts"],
    "The compiler does not check a declaration file. Put its types into a module, and import them with `import type`.",
  ],
  [[".min.ts"], "The linter passes over a name like that. Let it end in .ts alone."],
  [[".tsx", ".jsx"], "Node cannot run JSX. Make it a module without JSX that ends in .ts."],
  [
    [".mts", ".cts", ".js", ".mjs", ".cjs"],
    "Samples are TypeScript, and modules anyway. Let its name end in .ts.",
  ],
];

/** The language of a sample by its file name, or why no sample can have that name. */
export function languageOfFile(
  file: string,
): { readonly language: Language } | { readonly refused: string } {
  const name = path.posix.basename(file);
  const written = path.posix.extname(name);
  const [fits, instead] =
    REFUSED.find(([endings]) => endings.some((it) => endsLike(name, it))) ?? [];
  if (fits !== undefined && instead !== undefined)
    return {
      refused: `No sample ends in "${fits.find((it) => endsLike(name, it)) ?? written}". ${instead}`,
    };
  const language = languageOfEnding(written.slice(1));
  if (language !== undefined) return { language };
  const [near] = nearestNames(written.slice(1), ENDINGS, 1);
  const meant =
    languageOfEnding(written.slice(1).toLowerCase()) === undefined
      ? near
      : written.slice(1).toLowerCase();
  return {
    refused: `No sample ${written === "" ? "has a name without an ending" : `ends in "${written}"`}. Known: ${ENDINGS.map((it) => `.${it}`).join(", ")}.${meant === undefined ? "" : ` Did you mean ".${meant}"?`}`,
  };
}

function endsLike(name: string, ending: string): boolean {
  return name.toLowerCase().endsWith(ending);
}
