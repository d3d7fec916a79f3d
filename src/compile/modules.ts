import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import {
  isImportDeclaration,
  isNamedImports,
  isNamespaceImport,
  isStringLiteral,
} from "typescript/unstable/ast/is";
import type { Program } from "./compiler.ts";
import type { System } from "../samples/systems.ts";
import { CLIENT_PACKAGES } from "../samples/clients.ts";

/** Names that ts-proto derives from a service: the generated client, its constructor, the definition and the server's shape. */
const GENERATED_GRPC_NAME = /(?:Client|Service|Server)$/;

/** A file that a program starts or reads beside itself: as much needed as an import. */
const FILE_URL = /\bnew URL\(\s*"(\.{1,2}\/[^"]+)",\s*import\.meta\.url/g;

/** What a module imports: packages by name, and neighbours by path. Java's imports are read in `java-imports.ts`. */
export interface ModuleImports {
  readonly packages: readonly string[];
  /** The systems whose libraries it imports. */
  readonly systems: readonly System[];
  /** Absolute paths. */
  readonly neighbours: readonly string[];
  /** Imported names → the system whose library they come from. */
  readonly hues: Readonly<Record<string, System>>;
  /** Offset of a `declare global` or `declare module`, or -1. */
  readonly ambientAt: number;
  /** Offset just past the last of the leading imports, or 0. */
  readonly importsEnd: number;
  readonly importCount: number;
}

/** Reads the imports of one file (absolute path) of the program. */
export function readImports(program: Program, file: string): ModuleImports {
  const source = program.program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} is not part of the program.`);
  const packages = new Set<string>();
  const neighbours = new Set<string>();
  const hues: Record<string, System> = {};
  for (const specifier of source.imports) {
    if (!isStringLiteral(specifier)) continue;
    const target = specifier.text;
    if (target.startsWith(".")) neighbours.add(path.resolve(path.dirname(file), target));
    else if (!target.startsWith("node:")) packages.add(packageName(target));
  }
  for (const [, target = ""] of source.text.matchAll(FILE_URL)) {
    neighbours.add(path.resolve(path.dirname(file), target));
  }
  let importsEnd = 0;
  let importCount = 0;
  let leading = true;
  for (const statement of source.statements) {
    if (!isImportDeclaration(statement)) {
      leading = false;
      continue;
    }
    if (leading) {
      importsEnd = statement.end;
      importCount++;
    }
    const { importClause, moduleSpecifier } = statement;
    if (importClause === undefined || !isStringLiteral(moduleSpecifier)) continue;
    const system = CLIENT_PACKAGES.get(packageName(moduleSpecifier.text))?.system;
    const generated = /\/gen\//.test(moduleSpecifier.text);
    const { name, namedBindings } = importClause;
    const names = [
      ...(name === undefined ? [] : [name.text]),
      ...(namedBindings !== undefined && isNamespaceImport(namedBindings)
        ? [namedBindings.name.text]
        : []),
      ...(namedBindings !== undefined && isNamedImports(namedBindings)
        ? namedBindings.elements.map((it) => it.name.text)
        : []),
    ];
    for (const local of names) {
      if (system !== undefined) hues[local] = system;
      else if (generated && GENERATED_GRPC_NAME.test(local)) hues[local] = "grpc";
    }
  }
  const ambient = /^[ \t]*declare\s+(?:global|module)\b/m.exec(source.text);
  const declaresModule =
    source.moduleAugmentations.length > 0 || source.ambientModuleNames.length > 0;
  return {
    packages: [...packages].sort(),
    systems: [...packages].flatMap((name) => CLIENT_PACKAGES.get(name)?.system ?? []),
    neighbours: [...neighbours].sort(),
    hues,
    ambientAt: declaresModule
      ? ambient === null
        ? 0
        : ambient.index + ambient[0].search(/\S/)
      : -1,
    importsEnd,
    importCount,
  };
}

/** The version of an installed package, looked up from `folder` as Node would; `undefined` when it is not there. */
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
