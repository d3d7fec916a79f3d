/**
 * The only file that starts TypeScript through its `unstable/sync` API. `effects.ts`, `excerpts.ts`,
 * `excerpt-needs.ts` and `commonjs.ts` also import from `unstable/ast`.
 *
 * One program holds every root file. Their text comes from memory, everything they import from disk.
 */
import {
  API,
  NodeBuilderFlags,
  type Diagnostic as ApiDiagnostic,
  type Project,
  type Snapshot,
} from "typescript/unstable/sync";
import { ChildProcess } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

export { NodeBuilderFlags };

/** One compiler error, with `offset` in UTF-16 units from the file's start. */
export interface Diagnostic {
  /** Absolute path; absent for an error of the configuration. */
  readonly file?: string;
  readonly offset: number;
  readonly code: string;
  /** The compiler's own words, with chained messages indented below. */
  readonly message: string;
}

/** What excerpts need from the compiler: the syntax trees and symbols of one program. */
export type Program = Pick<Project, "program" | "checker">;

/** A running compiler. It keeps a child process: `close` it. */
export interface Compiler {
  /** Makes `files` (absolute path → text) the root files. Only what changed since the last call is read again. */
  update(files: ReadonlyMap<string, string>): void;
  /** Errors of the given root files, or of all. A file with syntax errors reports only those, as `tsc` does. */
  diagnose(files?: readonly string[]): Diagnostic[];
  /** Errors of the configuration, such as an unknown option or a missing type package. */
  diagnoseConfiguration(): Diagnostic[];
  /** The program that contains a file (absolute path). */
  program(file: string): Program;
  close(): void;
}

const VIRTUAL_CONFIG = "tsconfig.program.json";

/** The folders (absolute) of the separate program for browsers. The first contains its tsconfig.json. */
export interface BrowserFolders {
  readonly samples: string;
  readonly modules: string;
}

/**
 * Starts a compiler with the options of `configFile` (absolute path of a tsconfig.json).
 *
 * Fences and excerpts are written below `modulesFolder` (absolute), which mirrors the folder of `configFile`;
 * `rootDirs` lets their `./` imports find its files. They are on disk because a compiler that asks us which files
 * exist takes three times as long for 10,000 samples.
 *
 * @throws when the compiler cannot be started
 */
export function openCompiler(
  configFile: string,
  modulesFolder: string,
  browsers?: BrowserFolders,
): Compiler {
  const folder = path.dirname(configFile);
  const virtualConfig = path.join(folder, VIRTUAL_CONFIG);
  const browserConfig = path.join(browsers?.samples ?? folder, VIRTUAL_CONFIG);
  let files = new Map<string, string>();
  const api = new API({ cwd: folder, fs: { readFile: (file) => files.get(file) } });
  const isForBrowsers = (file: string): boolean =>
    browsers !== undefined &&
    [browsers.samples, browsers.modules].some((it) => file.startsWith(it + path.sep));
  const isModule = (file: string): boolean => file.startsWith(modulesFolder + path.sep);
  const writeModules = (
    texts: ReadonlyMap<string, string>,
    written: readonly string[],
    deleted: readonly string[],
  ): void => {
    for (const file of written.filter(isModule)) {
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, texts.get(file) ?? "");
    }
    for (const file of deleted.filter(isModule)) rmSync(file, { force: true });
  };
  let snapshot: Snapshot | undefined;
  /** By the path of their configuration. */
  let projects = new Map<string, Project>();

  const projectOf = (file?: string): Project => {
    const isOfBrowsers = file !== undefined && isForBrowsers(file);
    const project = projects.get(isOfBrowsers ? browserConfig : virtualConfig);
    if (project === undefined)
      throw new Error("The compiler has no files yet: call update() first.");
    return project;
  };

  return {
    update(next) {
      const listed = [...next.keys()];
      const own = listed.filter((file) => !isForBrowsers(file));
      const ofBrowsers = listed.filter(isForBrowsers);
      const configs = new Map([
        [virtualConfig, programConfig(configFile, [folder, modulesFolder], own)],
      ]);
      if (browsers !== undefined && ofBrowsers.length > 0) {
        const config = path.join(browsers.samples, "tsconfig.json");
        // Both folders lie in those of the first program, and its stubs are beside them.
        configs.set(browserConfig, programConfig(config, [folder, modulesFolder], ofBrowsers));
      }
      const fresh = new Map([...next, ...configs]);
      const known = new Set([...files.keys(), ...fresh.keys()]);
      const created = [...known].filter((file) => !files.has(file));
      const deleted = [...known].filter((file) => !fresh.has(file));
      const changed = [...known].filter(
        (file) => files.has(file) && fresh.has(file) && files.get(file) !== fresh.get(file),
      );
      // Removes what an earlier run left in the folder.
      if (projects.size === 0) rmSync(modulesFolder, { recursive: true, force: true });
      files = fresh;
      writeModules(fresh, [...created, ...changed], deleted);
      const before = snapshot;
      const opened = [...configs.keys()].filter((config) => !projects.has(config));
      const now = api.updateSnapshot({
        ...(opened.length === 0 ? {} : { openProjects: opened }),
        ...(projects.size === 0 ? {} : { fileChanges: { created, deleted, changed } }),
      });
      snapshot = now;
      before?.dispose();
      projects = new Map(
        [...configs.keys()].flatMap((config) => {
          const project = now.getProject(config);
          return project === undefined ? [] : [[config, project]];
        }),
      );
    },
    diagnose(only) {
      const asked = only && Map.groupBy(only, projectOf);
      const isOwn = (project: Project, file: string | undefined): boolean =>
        file !== undefined && files.has(file) && projectOf(file) === project;
      const ask = (kind: "getSyntacticDiagnostics" | "getSemanticDiagnostics"): Diagnostic[] =>
        [...projects.values()].flatMap((project) => {
          const found =
            only === undefined
              ? project.program[kind]()
              : (asked?.get(project) ?? []).flatMap((file) => project.program[kind](file));
          return found.filter(({ fileName }) => isOwn(project, fileName)).map(toDiagnostic);
        });
      const syntactic = ask("getSyntacticDiagnostics");
      const broken = new Set(syntactic.map((diagnostic) => diagnostic.file));
      const semantic = ask("getSemanticDiagnostics");
      return [...syntactic, ...semantic.filter((diagnostic) => !broken.has(diagnostic.file))];
    },
    diagnoseConfiguration() {
      return [...projects.values()].flatMap(({ program }) =>
        [...program.getConfigFileParsingDiagnostics(), ...program.getProgramDiagnostics()].map(
          toDiagnostic,
        ),
      );
    },
    program: projectOf,
    close() {
      snapshot?.dispose();
      killSilently(api);
      api.close();
    },
  };
}

/** The configuration of one program: the options of `configFile`, and exactly these files. */
function programConfig(
  configFile: string,
  rootDirs: readonly string[],
  files: readonly string[],
): string {
  return JSON.stringify({
    extends: `./${path.basename(configFile)}`,
    // Unused names are reported by the linter, because `@ts-expect-error` would accept them as the error it expects.
    compilerOptions: {
      rootDirs,
      noEmit: true,
      moduleDetection: "force",
      noUnusedLocals: false,
      noUnusedParameters: false,
    },
    include: [],
    files,
  });
}

/**
 * Kills the compiler. `close` would end it with SIGTERM, on which it prints "context canceled" to our terminal.
 * Killing it loses nothing, because it writes no files. Remove this when TypeScript's API closes silently.
 */
function killSilently(api: API): void {
  const channel: unknown = Reflect.get(Object(Reflect.get(api, "client")), "channel");
  const child: unknown = Reflect.get(Object(channel), "child");
  if (child instanceof ChildProcess) child.kill("SIGKILL");
}

function toDiagnostic(diagnostic: ApiDiagnostic): Diagnostic {
  return {
    ...(diagnostic.fileName === undefined ? {} : { file: diagnostic.fileName }),
    offset: diagnostic.pos,
    code: `TS${diagnostic.code}`,
    message: messageOf(diagnostic),
  };
}

function messageOf(diagnostic: ApiDiagnostic, depth = 0): string {
  const own = "  ".repeat(depth) + diagnostic.text;
  const chain = diagnostic.messageChain ?? [];
  return [own, ...chain.map((next) => messageOf(next, depth + 1))].join("\n");
}
