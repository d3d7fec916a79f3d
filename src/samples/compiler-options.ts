/** What "strict" means for a sample: the options in `content/samples/tsconfig.json`, read here by all who need them. */
import browserConfig from "../../content/samples/browsers/tsconfig.json" with { type: "json" };
import config from "../../content/samples/tsconfig.json" with { type: "json" };
import { isForBrowsers } from "./browsers.ts";

type CompilerOptions = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Unused names are an error on the site, by the linter. Somebody who tries something leaves some, and so does the lab. */
const UNUSED = ["noUnusedLocals", "noUnusedParameters"];

/** The options that a copy of a sample (path below `content/samples`) is compiled with: the site's, but for unused names. */
export function optionsOfCopy(samplePath: string): CompilerOptions {
  const options: CompilerOptions = {
    ...config.compilerOptions,
    ...(isForBrowsers(samplePath) ? browserConfig.compilerOptions : {}),
  };
  return Object.fromEntries(Object.entries(options).filter(([name]) => !UNUSED.includes(name)));
}

/** Options as `tsc` takes them: `--strict true --lib es2024`. */
export function commandLineOf(options: CompilerOptions): string[] {
  return Object.entries(options).flatMap(([name, value]) => [`--${name}`, [value].flat().join()]);
}
