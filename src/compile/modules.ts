import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { init, parse, type ImportSpecifier } from "es-module-lexer";
import { CLIENT_PACKAGES } from "../samples/clients.ts";
import type { System } from "../samples/systems.ts";

/**
 * Names that ts-proto derives from a service: the generated client, its constructor, its definition and the server's
 * shape.
 */
const GENERATED_GRPC_NAME = /(?:Client|Service|Server)$/;

/** A file that a program starts or reads beside itself. It is needed like an import. */
const FILE_URL = /\bnew URL\(\s*"(\.{1,2}\/[^"]+)",\s*import\.meta\.url/g;

/** `export type`, whose `type` must go because the lexer knows only JavaScript. */
const EXPORT_TYPE = /(\bexport\s+)type(?=\s*[{*])/g;

/** What a module imports: packages by name, neighbours by path. `java-imports.ts` reads Java's imports. */
export interface ModuleImports {
  readonly packages: readonly string[];
  /**
   * Specifiers as written, without neighbours. For an unreadable module it is the whole text, since it may import
   * anything.
   */
  readonly specifiers: readonly string[];
  /** The systems whose client libraries it imports. */
  readonly systems: readonly System[];
  /** Absolute paths. */
  readonly neighbours: readonly string[];
  /** Imported names → the system of their library. */
  readonly hues: Readonly<Record<string, System>>;
  /** Offset just past the last of the leading imports, or 0. */
  readonly importsEnd: number;
  readonly importCount: number;
}

await init;

/**
 * Reads the imports of the module at `file` (absolute path) without a compiler, because syntax trees of thousands of
 * files cost more than checking them. A broken module imports nothing; the compiler reports why.
 */
export function readImports(file: string, text: string): ModuleImports {
  const packages = new Set<string>();
  const neighbours = new Set<string>();
  const hues: Record<string, System> = {};
  const add = (target: string): void => {
    if (target.startsWith(".")) neighbours.add(path.resolve(path.dirname(file), target));
    else if (!target.startsWith("node:")) packages.add(packageName(target));
  };
  const lexed = lexImports(text);
  const specifiers = lexed ?? [];
  for (const { n: target } of specifiers) if (target !== undefined) add(target);
  for (const [, target = ""] of text.matchAll(FILE_URL)) add(target);
  for (const { n: target, ss, s } of specifiers) {
    if (target === undefined || !text.startsWith("import", ss)) continue;
    const system = CLIENT_PACKAGES.get(packageName(target))?.system;
    const isGenerated = target.includes("/gen/");
    if (system === undefined && !isGenerated) continue;
    for (const local of localNames(text.slice(ss, s))) {
      if (system !== undefined) hues[local] = system;
      else if (GENERATED_GRPC_NAME.test(local)) hues[local] = "grpc";
    }
  }
  return {
    packages: [...packages].sort(),
    specifiers:
      lexed === undefined
        ? [text]
        : lexed.flatMap(({ n: target }) =>
            target === undefined || target.startsWith(".") ? [] : [target],
          ),
    systems: [...packages].flatMap((name) => CLIENT_PACKAGES.get(name)?.system ?? []),
    neighbours: [...neighbours].sort(),
    hues,
    ...leadingImports(text, specifiers),
  };
}

function lexImports(text: string): readonly ImportSpecifier[] | undefined {
  try {
    return parse(text.replace(EXPORT_TYPE, "$1    "))[0];
  } catch {
    return undefined;
  }
}

/** The local names in `import a, { b as c, type D } from`; none for `import("…")`. */
function localNames(head: string): string[] {
  const clause = /^import(?:\s+type(?!\s*(?:from\b|,)))?\b([\s\S]*?)\bfrom\s*["']$/.exec(
    withoutComments(head),
  );
  return (clause?.[1] ?? "").split(/[{},]/).flatMap((part) => /([\w$]+)\s*$/.exec(part)?.[1] ?? []);
}

/** How many imports open the module, and where the last of them ends, including its semicolon. */
function leadingImports(
  text: string,
  specifiers: readonly ImportSpecifier[],
): Pick<ModuleImports, "importsEnd" | "importCount"> {
  let importsEnd = 0;
  let importCount = 0;
  for (const { ss, se, d } of specifiers) {
    const isStatement = d === -1 && text.startsWith("import", ss);
    if (!isStatement || withoutComments(text.slice(importsEnd, ss)).trim() !== "") break;
    importsEnd = se + (/^\s*;/.exec(text.slice(se))?.[0].length ?? 0);
    importCount++;
  }
  return { importsEnd, importCount };
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
}

/** Looks up versions of installed packages from `folder` as Node would; `undefined` for a missing package. */
export function openVersions(folder: string): (name: string) => string | undefined {
  const known = new Map<string, string | undefined>();
  return (name) => {
    if (!known.has(name)) known.set(name, installedVersion(name, folder));
    return known.get(name);
  };
}

/** The version of an installed package, found from `folder` as Node would find it; `undefined` when it is missing. */
export function installedVersion(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    const file = path.join(at, "node_modules", name, "package.json");
    if (existsSync(file))
      return (JSON.parse(readFileSync(file, "utf8")) as { version: string }).version;
    if (at === path.dirname(at)) return undefined;
  }
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
