/**
 * The one check behind four doors: the build, the dev server, `npm run check` and the tests.
 * It returns data; only `src/report` prints or throws.
 */
import path from "node:path";
import { checkSaid } from "../receipts/check-said.ts";
import { compareIssues, type Issue } from "../report/issue.ts";
import { assembleBlocks } from "./assemble-blocks.ts";
import type { CheckedSite } from "./checked-site.ts";
import { openCompiler, type Compiler, type Diagnostic } from "../compile/compiler.ts";
import { checkCode } from "../compile/check-code.ts";
import { cutExcerpts } from "../compile/cut-excerpts.ts";
import type { Block } from "../mdx/blocks.ts";
import { readPages } from "../mdx/read-pages.ts";
import { findSamples, SAMPLES_FOLDER } from "../samples/find-samples.ts";
import { inTurn } from "./keep-checked.ts";
import { describeSample, findUnknownNeeds } from "./describe-sample.ts";
import { judgeDiagnostics } from "../compile/judge-diagnostics.ts";
import { lintUnits } from "../compile/lint-units.ts";
import { readJavaImports } from "../samples/java-imports.ts";
import { readImports, type ModuleImports } from "../compile/modules.ts";
import { proveRuns } from "./prove-runs.ts";
import { makeStubs } from "../compile/stubs.ts";
import {
  browserFolders,
  fenceUnits,
  fileUnits,
  MODULES_FOLDER,
  type Unit,
} from "../compile/units.ts";

/** A site whose checker stays warm between checks. It keeps a child process: `close` it. */
export interface OpenSite {
  /** Reads everything again and checks what changed, after the checks that were asked for before have ended. */
  check(): Promise<CheckedSite>;
  close(): void;
}

export interface SiteOptions {
  /** Also lint; about a second, so the dev server leaves it out. */
  readonly lint: boolean;
}

/** Opens the site whose content lies below `root` (absolute path). */
export function openSite(root: string, options: SiteOptions): OpenSite {
  let compiler: Compiler | undefined;
  let known = new Map<string, Pick<Unit, "kind" | "text"> & { diagnostics: Diagnostic[] }>();

  /** Diagnoses all files, or only the changed ones when nothing else can depend on them. */
  const diagnose = (running: Compiler, units: readonly Unit[]): Map<string, Diagnostic[]> => {
    const changed = units.filter((unit) => known.get(unit.file)?.text !== unit.text);
    const listed = new Set(units.map((unit) => unit.file));
    const removed = [...known].some(([file, { kind }]) => kind === "file" && !listed.has(file));
    const all = known.size === 0 || removed || changed.some((unit) => unit.kind === "file");
    const found = running.diagnose(all ? undefined : changed.map((unit) => unit.file));
    const byFile = Map.groupBy(found, (diagnostic) => diagnostic.file ?? "");
    const asked = new Set((all ? units : changed).map((unit) => unit.file));
    known = new Map(
      units.map(({ kind, file, text }) => {
        const diagnostics = asked.has(file) ? byFile.get(file) : known.get(file)?.diagnostics;
        return [file, { kind, text, diagnostics: diagnostics ?? [] }];
      }),
    );
    return new Map([...known].map(([file, { diagnostics }]) => [file, diagnostics]));
  };

  return {
    // Two at once would write the same stubs and ask one compiler for two programs.
    check: inTurn(async () => {
      const stubIssues = await makeStubs(root);
      const { samples, issues: sampleIssues } = await findSamples(root);
      const { pages, issues: fileIssues } = await readPages(root);
      const blocks = new Map(pages.map((page) => [page.file, page.blocks]));
      const everyBlock: Block[] = [...blocks.values()].flat();

      compiler ??= openCompiler(
        path.join(root, SAMPLES_FOLDER, "tsconfig.json"),
        path.join(root, MODULES_FOLDER),
        browserFolders(root),
      );
      const files = fileUnits(root, samples);
      const fences = fenceUnits(root, everyBlock);
      compiler.update(new Map([...files, ...fences].map((unit) => [unit.file, unit.text])));
      const cut = cutExcerpts(root, compiler.program, samples, everyBlock);
      const units = [...files, ...fences, ...cut.units];
      if (cut.units.length > 0)
        compiler.update(new Map(units.map((unit) => [unit.file, unit.text])));

      const judged = judgeDiagnostics(units, diagnose(compiler, units));
      const imports = new Map([
        ...units
          .filter((unit) => unit.kind !== "excerpt")
          .map(
            ({ file }) =>
              [file, readImports(compiler?.program(file) ?? neverRunning(), file)] as const,
          ),
        ...readJavaImports(root, samples),
      ]);
      const sound = new Set(
        units.filter((unit) => !judged.broken.has(unit.file)).map((unit) => unit.file),
      );
      const written = [...files, ...fences];
      const lintIssues = options.lint ? await lintUnits(root, written, sound) : [];
      const codeIssues = await checkCode({
        root,
        units: written,
        samples,
        imports,
        sound,
        program: compiler.program,
        asksNode: options.lint,
      });
      const described = samples.map((sample) =>
        describeSample(root, sample, imports, options.lint),
      );
      const proof = await proveRuns(root, described);
      const checked = proof.samples;
      const assembled = assembleBlocks({
        blocks,
        samples: checked,
        excerpts: cut.excerpts,
        judged,
        imports,
        root,
        receipts: proof.receipts,
        isRun: proof.isRun,
      });
      const issues = [
        ...stubIssues,
        ...configurationIssues(compiler),
        ...sampleIssues,
        ...findUnknownNeeds(root, samples),
        ...fileIssues,
        ...pages.flatMap((page) => page.issues),
        ...cut.issues,
        ...ambientIssues(units, imports),
        ...judged.issues,
        ...codeIssues,
        ...lintIssues,
        ...proof.issues,
        ...assembled.issues,
        ...checkSaid(
          pages.flatMap(({ said }) => said),
          checked,
          proof.receipts,
        ),
      ];
      return {
        issues: issues.sort(compareIssues),
        pages,
        samples: checked,
        receipts: proof.receipts,
        blocks: assembled.blocks,
        files: assembled.files,
        counts: {
          pages: pages.length,
          files: samples.filter((sample) => !sample.generated).length,
          programs: samples.filter((sample) => sample.run !== undefined).length,
          ...proof.counts,
          fences: fences.length,
          excerpts: cut.units.length,
          expectedErrors: units.filter((unit) => unit.expect !== undefined).length,
          unproven: everyBlock.flatMap((block) =>
            block.kind === "fence" && block.meta.unproven !== undefined
              ? [
                  {
                    file: block.page,
                    line: block.line,
                    language: block.language,
                    reason: block.meta.unproven,
                  },
                ]
              : [],
          ),
        },
      };
    }),
    close() {
      compiler?.close();
      compiler = undefined;
      known = new Map();
    },
  };
}

/** Checks the site below `root` once. */
export async function checkSite(
  root: string,
  options: SiteOptions = { lint: true },
): Promise<CheckedSite> {
  const site = openSite(root, options);
  try {
    return await site.check();
  } finally {
    site.close();
  }
}

function configurationIssues(compiler: Compiler): Issue[] {
  return compiler.diagnoseConfiguration().map(({ code, message }) => ({
    slug: "bad-configuration",
    file: `${SAMPLES_FOLDER}/tsconfig.json`,
    line: 1,
    column: 1,
    code,
    message,
  }));
}

/** A module that declares globals or other modules would change what every other sample means. */
function ambientIssues(
  units: readonly Unit[],
  imports: ReadonlyMap<string, ModuleImports>,
): Issue[] {
  return units.flatMap((unit) => {
    const at = imports.get(unit.file)?.ambientAt ?? -1;
    if (at === -1) return [];
    return [
      {
        slug: "ambient-declaration",
        ...unit.locateOffset(at),
        message:
          "`declare global` and `declare module` reach every other sample. Declare a local type or function instead.",
      },
    ];
  });
}

function neverRunning(): never {
  throw new Error("The compiler was closed during a check.");
}
