/** The one definition of "strict" for samples: the options in `content/samples/tsconfig.json`. */
import browserConfig from "../../content/samples/browsers/tsconfig.json" with { type: "json" };
import config from "../../content/samples/tsconfig.json" with { type: "json" };
import { isForBrowsers } from "./browsers.ts";

type CompilerOptions = Readonly<Record<string, string | boolean | readonly string[]>>;

/**
 * Unused names are an error on the site, reported by the linter. In a copy they are allowed, because people who try
 * things out leave some, and so does the lab.
 */
const UNUSED = ["noUnusedLocals", "noUnusedParameters"];

/**
 * The options for compiling a copy of a sample (path below `content/samples`): those of the site, but unused names
 * are allowed.
 */
export function optionsOfCopy(samplePath: string): CompilerOptions {
  const options: CompilerOptions = {
    ...config.compilerOptions,
    ...(isForBrowsers(samplePath) ? browserConfig.compilerOptions : {}),
  };
  return Object.fromEntries(Object.entries(options).filter(([name]) => !UNUSED.includes(name)));
}

/** Converts options to arguments of `tsc`: `--strict true --lib es2024`. */
export function commandLineOf(options: CompilerOptions): string[] {
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, [value].flat().join()]);
}
