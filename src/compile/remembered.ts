import path from "node:path";
import { z } from "astro/zod";
import { readCache, writeCache } from "../cache/cache-file.ts";
import { CHECK_CACHE } from "../cache/clean-list.ts";
import { hashTools } from "../cache/tools.ts";
import { BROWSERS_FOLDER } from "../samples/browsers.ts";
import { SAMPLES_FOLDER } from "../samples/find-samples.ts";
import type { Diagnostic } from "./compiler.ts";
import type { Excerpt, SplitStatement } from "./excerpts.ts";

const diagnostics = z.array(
  z.strictObject({ offset: z.number(), code: z.string(), message: z.string() }),
);
const excerpt = z.union([
  z.strictObject({
    preface: z.string(),
    imports: z.number(),
    declarations: z.number(),
    body: z.string(),
    bodyLines: z.array(z.number()),
  }) satisfies z.ZodType<Excerpt>,
  z.strictObject({ line: z.number() }) satisfies z.ZodType<SplitStatement>,
]);
const schema = z.strictObject({
  tools: z.string(),
  configuration: diagnostics,
  units: z.record(z.string(), diagnostics),
  excerpts: z.record(z.string(), excerpt),
});

/** A diagnostic without its file, which is the unit that it is stored under. */
export type OwnDiagnostic = Omit<Diagnostic, "file">;

/** The compiler's answers for units, by the hash of each unit and its imports, and how regions were cut. */
export interface Compiled {
  readonly configuration: readonly OwnDiagnostic[];
  readonly units: ReadonlyMap<string, readonly OwnDiagnostic[]>;
  readonly excerpts: ReadonlyMap<string, Excerpt | SplitStatement>;
}

/** A hash of everything that the compiler's answers depend on besides the modules themselves. */
export function hashCompiler(root: string): string {
  return hashTools(
    root,
    ["cache", "compile", "samples", "mdx", "report"],
    [
      `${SAMPLES_FOLDER}/tsconfig.json`,
      `${SAMPLES_FOLDER}/${BROWSERS_FOLDER}/tsconfig.json`,
      `${SAMPLES_FOLDER}/package.json`,
    ],
  );
}

/** Reads the answers that an earlier process stored with the same tools. */
export function readCompiled(root: string, tools: string): Compiled | undefined {
  const read = readCache(fileOf(root), schema);
  if (read?.tools !== tools) return undefined;
  return {
    configuration: read.configuration,
    units: new Map(Object.entries(read.units)),
    excerpts: new Map(Object.entries(read.excerpts)),
  };
}

export function writeCompiled(root: string, tools: string, compiled: Compiled): void {
  writeCache(fileOf(root), {
    tools,
    configuration: compiled.configuration,
    units: Object.fromEntries(compiled.units),
    excerpts: Object.fromEntries(compiled.excerpts),
  });
}

function fileOf(root: string): string {
  return path.join(root, CHECK_CACHE, "compiled.json");
}
