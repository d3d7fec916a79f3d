/**
 * The one check behind four doors: the build, the dev server, `npm run check` and the tests.
 * It returns data; only `src/report` prints or throws.
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { compareIssues, type Issue } from "../report/issue.ts";
import { assembleBlocks } from "./assemble-blocks.ts";
import type { CheckedSite, Sample } from "./checked-site.ts";
import { openCompiler, type Compiler, type Diagnostic } from "./compiler.ts";
import { cutExcerpts } from "./cut-excerpts.ts";
import { listPages, readBlocks, type Block } from "./find-blocks.ts";
import { findSamples, SAMPLES_FOLDER, type SampleFile } from "./find-samples.ts";
import { judgeDiagnostics } from "./judge-diagnostics.ts";
import { lintModules } from "./lint.ts";
import { installedVersion, readImports, systemsOf, type ModuleImports } from "./modules.ts";
import { generateStubs, StubError } from "./stubs.ts";
import { fenceUnits, fileUnits, type Unit } from "./units.ts";

/** A site whose checker stays warm between checks. It keeps a child process: `close` it. */
export interface OpenSite {
  /** Reads everything again and checks what changed. */
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
    async check() {
      const stubIssues = await makeStubs(root);
      const { samples, issues: sampleIssues } = await findSamples(root);
      const pages = await listPages(root);
      const read = await Promise.all(pages.map((page) => readBlocks(root, page)));
      const blocks = new Map(pages.map((page, index) => [page, read[index]?.blocks ?? []]));
      const everyBlock: Block[] = [...blocks.values()].flat();

      compiler ??= openCompiler(path.join(root, SAMPLES_FOLDER, "tsconfig.json"));
      const files = fileUnits(root, samples);
      const fences = fenceUnits(root, everyBlock);
      compiler.update(new Map([...files, ...fences].map((unit) => [unit.file, unit.text])));
      const cut = cutExcerpts(root, compiler.program(), samples, everyBlock);
      const units = [...files, ...fences, ...cut.units];
      if (cut.units.length > 0)
        compiler.update(new Map(units.map((unit) => [unit.file, unit.text])));

      const judged = judgeDiagnostics(units, diagnose(compiler, units));
      const imports = new Map(
        units
          .filter((unit) => unit.kind !== "excerpt")
          .map((unit) => [
            unit.file,
            readImports(compiler?.program() ?? neverRunning(), unit.file),
          ]),
      );
      const sound = new Set(
        units.filter((unit) => !judged.broken.has(unit.file)).map((unit) => unit.file),
      );
      const lintIssues = options.lint ? await lintUnits(root, samples, fences, sound) : [];
      const checked = samples.map((sample) => describeSample(root, sample, imports, options.lint));
      const assembled = assembleBlocks({
        blocks,
        samples: checked,
        excerpts: cut.excerpts,
        judged,
        imports,
        root,
      });
      const issues = [
        ...stubIssues,
        ...configurationIssues(compiler),
        ...sampleIssues,
        ...read.flatMap((page) => page.issues),
        ...cut.issues,
        ...ambientIssues(units, imports),
        ...judged.issues,
        ...lintIssues,
        ...assembled.issues,
      ];
      return {
        issues: issues.sort(compareIssues),
        samples: checked,
        blocks: assembled.blocks,
        files: assembled.files,
        counts: {
          pages: pages.length,
          files: samples.filter((sample) => !sample.generated).length,
          programs: samples.filter((sample) => sample.run !== undefined).length,
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
    },
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

async function makeStubs(root: string): Promise<Issue[]> {
  if (!existsSync(path.join(root, SAMPLES_FOLDER, "buf.gen.yaml"))) return [];
  try {
    await generateStubs(root);
    return [];
  } catch (error) {
    if (!(error instanceof StubError)) throw error;
    return error.problems.map(({ path: file, ...problem }) => ({
      slug: "proto-error",
      file: `${SAMPLES_FOLDER}/${file}`,
      ...problem,
    }));
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

/** Lints what compiles: of a module that does not, the compiler has said what matters. */
async function lintUnits(
  root: string,
  samples: readonly SampleFile[],
  fences: readonly Unit[],
  sound: ReadonlySet<string>,
): Promise<Issue[]> {
  const files = samples.filter(
    (sample) =>
      !sample.generated &&
      sample.expect === undefined &&
      sound.has(path.join(root, SAMPLES_FOLDER, sample.path)),
  );
  const modules = fences
    .filter((fence) => fence.expect === undefined && sound.has(fence.file))
    .map((fence) => ({ path: pathBelow(root, fence.file), text: fence.text }));
  const findings = await lintModules(root, files, modules);
  const byPath = new Map(fences.map((fence) => [pathBelow(root, fence.file), fence]));
  return findings.map(({ file, line, column, slug, code, message }) => {
    const place = byPath.get(file)?.locate(line, column) ?? {
      file: `${SAMPLES_FOLDER}/${file}`,
      line,
      column,
    };
    return { slug, ...place, code, message };
  });
}

function describeSample(
  root: string,
  sample: SampleFile,
  imports: ReadonlyMap<string, ModuleImports>,
  linted: boolean,
): Sample {
  const own = path.join(root, SAMPLES_FOLDER, sample.path);
  const reached = new Set<string>([own]);
  for (const file of reached)
    for (const next of imports.get(file)?.neighbours ?? []) reached.add(next);
  const packages = [
    ...new Set([...reached].flatMap((file) => imports.get(file)?.packages ?? [])),
  ].sort();
  const neighbours = [...reached]
    .filter((file) => file !== own)
    .map((file) => pathBelow(root, file));
  const protos = neighbours
    .filter((file) => file.startsWith("gen/"))
    .map((file) => file.replace(/^gen\/(.*)\.ts$/, "$1.proto"));
  return {
    ...sample,
    systems: systemsOf(packages),
    neighbours: [
      ...neighbours,
      ...protos.filter((proto) => existsSync(path.join(root, SAMPLES_FOLDER, proto))),
    ].sort(),
    packages: Object.fromEntries(
      packages.map((name) => [name, installedVersion(name, root) ?? "not installed"]),
    ),
    rungs:
      sample.language === "ts"
        ? linted && !sample.generated
          ? ["typed", "linted"]
          : ["typed"]
        : sample.language === "proto"
          ? ["compiled"]
          : [],
  };
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

function pathBelow(root: string, file: string): string {
  return path.relative(path.join(root, SAMPLES_FOLDER), file).replaceAll("\\", "/");
}

function neverRunning(): never {
  throw new Error("The compiler was closed during a check.");
}
