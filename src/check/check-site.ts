/**
 * The part of the check that needs the compiler: it reads pages and samples, compiles code, and compares recorded
 * runs. It returns data; only `src/report` prints or throws.
 */
import { checkSaid } from "../receipts/check-said.ts";
import { compareIssues } from "../report/issue.ts";
import { assembleBlocks } from "./assemble-blocks.ts";
import { findUnknownTests } from "./check-typed.ts";
import type { CheckedSite } from "./checked-site.ts";
import { checkOptions } from "../compile/check-options.ts";
import { checkCode } from "../compile/check-code.ts";
import { openCompilation } from "../compile/compilation.ts";
import type { Block } from "../mdx/blocks.ts";
import { readPages } from "../mdx/read-pages.ts";
import { findSamples, type SampleFile } from "../samples/find-samples.ts";
import { describeSamples, findUnknownNeeds } from "./describe-sample.ts";
import { keepLast, keepSame, keepSameMap } from "../cache/keep.ts";
import { inTurn } from "./keep-checked.ts";
import type { ModuleImports } from "../compile/modules.ts";
import { lintUnits } from "../compile/lint-units.ts";
import { readJavaImports } from "../compile/java-imports.ts";
import { proveRuns } from "./prove-runs.ts";
import { makeStubs } from "../compile/stubs.ts";

/** A site whose checker stays warm between checks. It keeps a child process: `close` it. */
export interface OpenSite {
  /**
   * Reads everything again and checks what changed. Calls are queued: each check starts when the one before has
   * ended.
   */
  check(): Promise<CheckedSite>;
  close(): void;
}

export interface SiteOptions {
  /** Whether to lint too, which takes about a second. The dev server leaves it out. */
  readonly lint: boolean;
}

/** Opens the site whose content lies below `root` (absolute path). */
export function openSite(root: string, options: SiteOptions): OpenSite {
  const compilation = openCompilation(root);
  // An unchanged result stays the same object, so that later steps can skip their work.
  const keepSamples = keepSame<SampleFile>();
  const keepImports = keepSameMap<string, ModuleImports>();
  const describe = keepLast(describeSamples);
  const readJava = keepLast(readJavaImports);
  return {
    // Checks must not overlap: two at once would write the same stubs and use one compiler for two programs.
    check: inTurn(async () => {
      const stubIssues = await makeStubs(root);
      const { samples: found, issues: sampleIssues } = await findSamples(root);
      const samples = keepSamples(found);
      const { pages, issues: fileIssues } = await readPages(root);
      const blocks = new Map(pages.map((page) => [page.file, page.blocks]));
      const everyBlock: Block[] = [...blocks.values()].flat();

      const compiled = compilation.compile(samples, everyBlock);
      const { files, fences, judged } = compiled;
      const written = [...files, ...fences.values()];
      const java = readJava(root, samples);
      const imports = new Map([...compiled.imports, ...java]);
      const lintIssues = options.lint
        ? await lintUnits(root, written, judged.broken, compiled.hashes)
        : [];
      const codeIssues = await checkCode({
        root,
        units: written,
        samples,
        imports,
        broken: judged.broken,
        hashes: compiled.hashes,
        program: compiled.program,
        asksNode: options.lint,
      });
      const described = describe(
        root,
        samples,
        keepImports(new Map([...compiled.fileImports, ...java])),
        options.lint,
      );
      const proof = await proveRuns(root, described);
      const checked = proof.samples;
      const assembled = assembleBlocks({
        blocks,
        samples: checked,
        excerpts: compiled.excerpts,
        fences,
        judged,
        imports,
        root,
        receipts: proof.receipts,
        isRun: proof.isRun,
      });
      const issues = [
        ...stubIssues,
        ...sampleIssues,
        ...checkOptions(root),
        ...findUnknownNeeds(root, samples),
        ...fileIssues,
        ...pages.flatMap((page) => page.issues),
        ...findUnknownTests(root, everyBlock),
        ...compiled.issues,
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
          fences: fences.size,
          excerpts: compiled.excerptCount,
          expectedErrors: [...files, ...fences.values()].filter((unit) => unit.expect !== undefined)
            .length,
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
      compilation.close();
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
