import { execFile } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { offsetOfByte } from "./source-text.ts";
import { SAMPLES_FOLDER } from "./find-samples.ts";

/** One finding of the linter, positions as {@link Position}. */
export interface LintFinding {
  /** The path that was passed in. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `floating-promise`, `misused-promise`, `deprecated-call`, `unused-name`, or the rule's own name. */
  readonly slug: string;
  /** The rule as the linter names it. */
  readonly code: string;
  readonly message: string;
}

/** A module that exists only in memory, such as a fence. `path` is below `content/samples`. */
export interface VirtualModule {
  readonly path: string;
  readonly text: string;
}

const SLUGS: Readonly<Record<string, string>> = {
  "no-floating-promises": "floating-promise",
  "no-misused-promises": "misused-promise",
  "no-deprecated": "deprecated-call",
  "no-unused-vars": "unused-name",
};
/** A fence shows a few lines of something larger, so what it leaves unused is not wrong. */
const NOT_IN_FENCES = new Set(["unused-name"]);
const CONFIGURATION = fileURLToPath(new URL("./oxlint.json", import.meta.url));
/** A command line holds 32 kB on Windows and a megabyte or more elsewhere; longer lists are split. */
const CHARACTERS_PER_RUN = process.platform === "win32" ? 24_000 : 800_000;

/**
 * Lints samples (paths below `content/samples`, read from disk) and fences. Fences are written below `.cache/fences`,
 * where `rootDirs` lets their `./` imports find the samples.
 * @throws when the linter itself fails.
 */
export async function lintModules(
  root: string,
  samples: readonly { readonly path: string; readonly source: string }[],
  fences: readonly VirtualModule[],
): Promise<LintFinding[]> {
  const folder = path.join(root, ".cache", "fences");
  await rm(folder, { recursive: true, force: true });
  const texts = new Map<string, { file: string; text: string }>();
  for (const sample of samples) {
    texts.set(`${SAMPLES_FOLDER}/${sample.path}`, { file: sample.path, text: sample.source });
  }
  if (fences.length > 0) {
    await mkdir(folder, { recursive: true });
    const options = {
      noEmit: true,
      moduleDetection: "force",
      rootDirs: [`../../${SAMPLES_FOLDER}`, "."],
    };
    await writeFile(
      path.join(folder, "tsconfig.json"),
      JSON.stringify({
        extends: `../../${SAMPLES_FOLDER}/tsconfig.json`,
        compilerOptions: options,
        include: ["**/*.ts"],
      }),
    );
  }
  for (const fence of fences) {
    const target = path.join(folder, fence.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, fence.text);
    texts.set(`.cache/fences/${fence.path}`, { file: fence.path, text: fence.text });
  }
  const findings: LintFinding[] = [];
  for (const files of splitList([...texts.keys()])) {
    const output = await runOxlint(root, files);
    for (const diagnostic of output.diagnostics) {
      const known = texts.get(diagnostic.filename.replaceAll("\\", "/"));
      const span = diagnostic.labels[0]?.span;
      if (known === undefined || span === undefined) continue;
      const line = known.text.split("\n")[span.line - 1] ?? "";
      const isFence = diagnostic.filename.startsWith(".cache");
      const rule = /\(([^)]+)\)/.exec(diagnostic.code)?.[1] ?? diagnostic.code;
      const slug = SLUGS[rule] ?? rule;
      if (isFence && NOT_IN_FENCES.has(slug)) continue;
      findings.push({
        file: known.file,
        line: span.line,
        column: offsetOfByte(line, span.column - 1) + 1,
        slug,
        code: diagnostic.code,
        message: [
          diagnostic.message,
          ...(diagnostic.help === undefined ? [] : [diagnostic.help]),
        ].join("\n"),
      });
    }
  }
  return findings;
}

function splitList(files: readonly string[]): string[][] {
  const runs: string[][] = [];
  let length = Infinity;
  for (const file of files) {
    if (length + file.length > CHARACTERS_PER_RUN) {
      runs.push([]);
      length = 0;
    }
    runs.at(-1)?.push(file);
    length += file.length + 1;
  }
  return runs;
}

interface OxlintOutput {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly help?: string;
    readonly filename: string;
    readonly labels: readonly {
      readonly span: { readonly line: number; readonly column: number };
    }[];
  }[];
}

function runOxlint(root: string, files: readonly string[]): Promise<OxlintOutput> {
  const packageFile = createRequire(import.meta.url).resolve("oxlint/package.json");
  const program = path.join(path.dirname(packageFile), "bin", "oxlint");
  const args = [program, "--type-aware", "--config", CONFIGURATION, "--format", "json", ...files];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, args, { cwd: root, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      try {
        resolve(JSON.parse(stdout) as OxlintOutput);
      } catch {
        reject(new Error(`The linter failed: ${stderr || stdout || error?.message}`));
      }
    });
  });
}
