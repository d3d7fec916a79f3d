/**
 * Compiles the code of a site. The compiler is asked only about what it has not answered before, in this process or
 * an earlier one, and does not start when nothing has changed.
 */
import path from "node:path";
import { keepByText, keepSameMap } from "../cache/keep.ts";
import { hashClosures, hashOf } from "../cache/closure.ts";
import type { Block, SampleBlock } from "../mdx/blocks.ts";
import type { Issue } from "../report/issue.ts";
import { SAMPLES_FOLDER, type SampleFile } from "../samples/find-samples.ts";
import { findAmbient } from "./ambient.ts";
import { openCompiler, type Compiler, type Program } from "./compiler.ts";
import { cutExcerpts, type ResolvedExcerpt } from "./cut-excerpts.ts";
import { cutExcerpt, type Excerpt, type SplitStatement } from "./excerpts.ts";
import { readImports, type ModuleImports } from "./modules.ts";
import { judgeDiagnostics, type Judged } from "./judge-diagnostics.ts";
import {
  hashCompiler,
  readCompiled,
  writeCompiled,
  type Compiled,
  type OwnDiagnostic,
} from "./remembered.ts";
import { browserFolders, fenceUnits, fileUnits, MODULES_FOLDER, type Unit } from "./units.ts";

/** All modules of a site, compiled. */
export interface CompiledSite {
  readonly files: readonly Unit[];
  /** TypeScript fences as modules, by block. */
  readonly fences: ReadonlyMap<Block, Unit>;
  readonly excerpts: ReadonlyMap<SampleBlock, ResolvedExcerpt>;
  readonly excerptCount: number;
  readonly judged: Judged;
  /** The running compiler's program for a file (absolute path). The first call starts the compiler. */
  readonly program: (file: string) => Program;
  /** Imports of files and fences, by absolute path. */
  readonly imports: ReadonlyMap<string, ModuleImports>;
  /** Imports of files alone. The map stays the same object while no file's imports change. */
  readonly fileImports: ReadonlyMap<string, ModuleImports>;
  readonly issues: readonly Issue[];
  /**
   * Absolute path of a unit → a hash of everything it means, imports and tools included. Empty when a module declares
   * something for all others.
   */
  readonly hashes: ReadonlyMap<string, string>;
}

/** A compilation that stays warm between checks. It may keep a child process: `close` it. */
export interface Compilation {
  compile(samples: readonly SampleFile[], blocks: readonly Block[]): CompiledSite;
  close(): void;
}

/** Opens the compilation of the site below `root` (absolute path). */
export function openCompilation(root: string): Compilation {
  const samplesFolder = path.join(root, SAMPLES_FOLDER);
  const configFile = path.join(samplesFolder, "tsconfig.json");
  const modulesFolder = path.join(root, MODULES_FOLDER);
  let compiler: Compiler | undefined;
  const readKept = keepByText(readImports);
  const keepFileImports = keepSameMap<string, ModuleImports>();
  let known: { readonly tools: string; readonly compiled: Compiled } | undefined;

  /** Starts or updates the compiler so that it has exactly these modules. */
  const compilerOf = (units: readonly Unit[]): Compiler => {
    compiler ??= openCompiler(configFile, modulesFolder, browserFolders(root));
    compiler.update(new Map(units.map((unit) => [unit.file, unit.text])));
    return compiler;
  };

  return {
    compile(samples, blocks) {
      const tools = hashCompiler(root);
      const before = known?.tools === tools ? known.compiled : readCompiled(root, tools);
      const files = fileUnits(root, samples);
      const fences = fenceUnits(root, blocks);
      const written = [...files, ...fences.values()];
      let opened: Compiler | undefined;
      const program = (file: string): Program => (opened ??= compilerOf(written)).program(file);

      const importsOf = (units: readonly Unit[]): ReadonlyMap<string, ModuleImports> =>
        new Map(units.map(({ file, text }) => [file, readKept(file, text)]));
      const fileImports = keepFileImports(importsOf(files));
      const imports = new Map([...fileImports, ...importsOf([...fences.values()])]);
      const others = samples.filter(({ language }) => language !== "ts");
      const shared = hashShared(tools, written, others, imports);
      const writtenHashes = hashUnits(root, shared, written, others);
      const cuts = new Map<string, Excerpt | SplitStatement>();
      const cut = cutExcerpts(root, samples, blocks, (sample, region) => {
        const file = path.join(samplesFolder, sample.path);
        const key = hashOf([writtenHashes.get(file) ?? "", region.name]);
        const found =
          before?.excerpts.get(key) ?? cutExcerpt(program(file), file, sample.source, region);
        cuts.set(key, found);
        return found;
      });

      const units = [...written, ...cut.units];
      const hashes =
        cut.units.length === 0 ? writtenHashes : hashUnits(root, shared, units, others);
      const ambient = findAmbient(written, program);
      const diagnosed = diagnose(units, hashes, before, compilerOf);
      const compiled = { ...diagnosed, excerpts: cuts };
      // Hashes do not cover what a module declares for all others.
      const isLocal = ambient.length === 0 && !files.some(({ file }) => file.endsWith(".d.ts"));
      if (isLocal && !isSame(before, compiled)) writeCompiled(root, tools, compiled);
      known = isLocal ? { tools, compiled } : undefined;

      const found = new Map(
        units.map(({ file }) => [file, compiled.units.get(hashes.get(file) ?? "") ?? []]),
      );
      const judged = judgeDiagnostics(units, found);
      return {
        files,
        fences,
        excerpts: cut.excerpts,
        excerptCount: cut.units.length,
        judged,
        program,
        imports,
        fileImports,
        issues: [
          ...configurationIssues(compiled.configuration),
          ...cut.issues,
          ...ambient,
          ...judged.issues,
        ],
        hashes: isLocal ? hashes : new Map(),
      };
    },
    close() {
      compiler?.close();
      compiler = undefined;
    },
  };
}

/** Asks the compiler about the units whose hash is new. */
function diagnose(
  units: readonly Unit[],
  hashes: ReadonlyMap<string, string>,
  before: Compiled | undefined,
  compilerOf: (units: readonly Unit[]) => Compiler,
): Pick<Compiled, "configuration" | "units"> {
  const hashOfUnit = ({ file }: Unit): string => hashes.get(file) ?? "";
  const unknown = units.filter((unit) => before?.units.has(hashOfUnit(unit)) !== true);
  const said = new Map<string, readonly OwnDiagnostic[]>();
  for (const unit of units) said.set(hashOfUnit(unit), before?.units.get(hashOfUnit(unit)) ?? []);
  if (before !== undefined && unknown.length === 0)
    return { configuration: before.configuration, units: said };

  const compiler = compilerOf(units);
  // The compiler checks the whole program in parallel, but single files one after another.
  const isMost = unknown.length > units.length / 4;
  const found = Map.groupBy(
    compiler.diagnose(isMost ? undefined : unknown.map(({ file }) => file)),
    ({ file }) => file,
  );
  for (const unit of unknown)
    said.set(hashOfUnit(unit), (found.get(unit.file) ?? []).map(withoutFile));
  return {
    configuration: before?.configuration ?? compiler.diagnoseConfiguration().map(withoutFile),
    units: said,
  };
}

function withoutFile({ offset, code, message }: OwnDiagnostic): OwnDiagnostic {
  return { offset, code, message };
}

/**
 * Hashes of units with everything they import, by absolute path. Modules are hashed at the paths of their neighbours,
 * because `rootDirs` merges the two folders.
 */
function hashUnits(
  root: string,
  shared: string,
  units: readonly Unit[],
  others: readonly SampleFile[],
): Map<string, string> {
  const folders = [MODULES_FOLDER, SAMPLES_FOLDER].map((folder) => path.join(root, folder));
  const placeOf = (file: string): string => {
    const folder = folders.find((it) => file.startsWith(it + path.sep)) ?? root;
    return path.relative(folder, file).replaceAll("\\", "/");
  };
  const texts = new Map([
    ...others.map((sample) => [sample.path, sample.source] as const),
    ...units.map((unit) => [placeOf(unit.file), unit.text] as const),
  ]);
  const closures = hashClosures(texts);
  return new Map(
    units.map(({ file }) => [file, hashOf([shared, closures.get(placeOf(file)) ?? ""])]),
  );
}

/**
 * A hash of what affects every unit: the tools; the list of files, since a new or removed file can change what a path
 * means; and the packages that any unit imports or refers to, since their types may declare globals.
 */
function hashShared(
  tools: string,
  written: readonly Unit[],
  others: readonly SampleFile[],
  imports: ReadonlyMap<string, ModuleImports>,
): string {
  const packages = new Set([...imports.values()].flatMap(({ specifiers }) => specifiers));
  const references = written.flatMap(({ text }) => text.match(/^\s*\/\/\/\s*<.*$/gm) ?? []);
  return hashOf([
    tools,
    ...written.filter(({ kind }) => kind === "file").map(({ file }) => file),
    ...others.map((sample) => sample.path),
    ...[...packages].sort(),
    ...references,
  ]);
}

/** Whether nothing has to be written. An answer under a hash never changes, so comparing the keys is enough. */
function isSame(before: Compiled | undefined, now: Compiled): boolean {
  return (
    before !== undefined &&
    before.units.size === now.units.size &&
    before.excerpts.size === now.excerpts.size &&
    [...now.units.keys()].every((key) => before.units.has(key)) &&
    [...now.excerpts.keys()].every((key) => before.excerpts.has(key))
  );
}

function configurationIssues(found: readonly OwnDiagnostic[]): Issue[] {
  return found.map(({ code, message }) => ({
    slug: "bad-configuration",
    file: `${SAMPLES_FOLDER}/tsconfig.json`,
    line: 1,
    column: 1,
    code,
    message,
  }));
}
