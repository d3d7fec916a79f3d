import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { IssueSlug } from "../report/slugs.ts";
import { offsetOfByte } from "../report/source-text.ts";

/** One finding of the linter; positions as in {@link Position}. */
export interface LintFinding {
  /** The path as it was passed in. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The slug of its rule, for rules that have their own; `lint` for all others. */
  readonly slug: IssueSlug;
  /** The rule as the linter names it. */
  readonly code: string;
  readonly message: string;
}

/** A module on disk: a sample's file, or one written for a fence. */
export interface LintedModule {
  /** From the repository's root, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly isFence: boolean;
}

const SLUGS: Readonly<Record<string, IssueSlug>> = {
  "no-floating-promises": "floating-promise",
  "no-misused-promises": "misused-promise",
  "no-deprecated": "deprecated-call",
  "no-unused-vars": "unused-name",
  "no-explicit-any": "unsafe-type",
  "no-non-null-assertion": "unsafe-type",
  "consistent-type-assertions": "unsafe-type",
  "no-unsafe-function-type": "unsafe-type",
  "no-unsafe-argument": "unsafe-type",
  "no-unsafe-assignment": "unsafe-type",
  "no-unsafe-call": "unsafe-type",
  "no-unsafe-member-access": "unsafe-type",
  "no-unsafe-return": "unsafe-type",
};
/** A fence may leave names unused, because it shows a few lines of something larger. */
const NOT_IN_FENCES: ReadonlySet<IssueSlug> = new Set(["unused-name"]);
/** The linter's rules by what it lints: the site's own code, or content, which takes no way round the compiler. */
const RULES = { own: "./oxlint.json", content: "./oxlint-content.json" } as const;
/** Rules about values whose type is `any`. */
const ABOUT_ANY = /^no-unsafe-(?:argument|assignment|call|member-access|return)$/;
/** How those rules name a value whose type the compiler could not find. */
const WITHOUT_TYPE = /\berror`? type/;
/** A command line holds 32 kB on Windows and a megabyte or more elsewhere, so longer lists are split. */
const CHARACTERS_PER_RUN = process.platform === "win32" ? 24_000 : 800_000;

/**
 * Lints modules where they lie.
 * @throws when the linter itself fails.
 */
export async function lintModules(
  root: string,
  modules: readonly LintedModule[],
  rules: keyof typeof RULES,
): Promise<LintFinding[]> {
  const byFile = new Map(modules.map((module) => [module.file, module]));
  const findings: LintFinding[] = [];
  for (const files of splitList([...byFile.keys()])) {
    const output = await runOxlint(root, files, rules);
    for (const diagnostic of output.diagnostics) {
      if (diagnostic.filename === undefined) {
        findings.push(unreadFile(diagnostic.message, files));
        continue;
      }
      const known = byFile.get(diagnostic.filename.replaceAll("\\", "/"));
      const span = diagnostic.labels[0]?.span;
      if (known === undefined || span === undefined) continue;
      const line = known.text.split("\n")[span.line - 1] ?? "";
      const rule = /\(([^)]+)\)/.exec(diagnostic.code)?.[1] ?? diagnostic.code;
      const slug = SLUGS[rule] ?? "lint";
      if (known.isFence && NOT_IN_FENCES.has(slug)) continue;
      // Libraries give a file `any`, and its run proves what it does with one. Nothing runs a fence.
      if (!known.isFence && ABOUT_ANY.test(rule) && !WITHOUT_TYPE.test(diagnostic.message))
        continue;
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

/** A file that the linter could not read. @throws when the message names none of the files. */
function unreadFile(message: string, files: readonly string[]): LintFinding {
  const plain = message.replaceAll("\\", "/");
  const file = files.find((it) => plain.includes(`/${it} `));
  if (file === undefined) throw new Error(`The linter failed: ${message}`);
  const why = /"([^"]*)"$/.exec(message)?.[1] ?? message;
  const words = `The linter cannot read this file: ${why}.`;
  return { file, line: 1, column: 1, slug: "lint", code: "oxlint", message: words };
}

/** Splits a list of files into command lines that every operating system accepts. */
export function splitList(files: readonly string[]): string[][] {
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
    /** Absent when the linter could not read a file; then only the message names it. */
    readonly filename?: string;
    readonly labels: readonly {
      readonly span: { readonly line: number; readonly column: number };
    }[];
  }[];
}

function runOxlint(
  root: string,
  files: readonly string[],
  rules: keyof typeof RULES,
): Promise<OxlintOutput> {
  const packageFile = createRequire(import.meta.url).resolve("oxlint/package.json");
  const program = path.join(path.dirname(packageFile), "bin", "oxlint");
  const configuration = fileURLToPath(new URL(RULES[rules], import.meta.url));
  const args = [program, "--type-aware", "--config", configuration, "--format", "json", ...files];
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
