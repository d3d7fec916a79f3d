/**
 * A region as a module of its own: the imports it needs, pruned; the types, functions and pure constants it needs; the
 * region. What it needs is found through the checker's symbols. A needed binding with an effect (a server that was
 * started) becomes a `declare const`, so that the excerpt compiles without repeating the effect.
 */
import {
  isExportSpecifier,
  isIdentifier,
  isImportDeclaration,
  isNamedImports,
  isNamespaceImport,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  isVariableStatement,
} from "typescript/unstable/ast/is";
import { NodeFlags, type Node, type SourceFile, type Statement } from "typescript/unstable/ast";
import { NodeBuilderFlags, type Program } from "./compiler.ts";
import { hasEffect } from "./effects.ts";
import { linesWithoutMarkers, withoutMarkers, type Region } from "./regions.ts";
import { positionAt } from "./source-text.ts";

export interface Excerpt {
  /** Imports and declarations that the region needs; empty when none. */
  readonly preface: string;
  readonly imports: number;
  readonly declarations: number;
  /** The region's own lines. */
  readonly body: string;
  /** The line of the file (1-based) that each line of `body` is. */
  readonly bodyLines: readonly number[];
}

/** A top-level statement that is partly inside a region, partly outside: the region cannot be cut. */
export interface SplitStatement {
  /** 1-based line where the statement starts. */
  readonly line: number;
}

/** The text of an excerpt as it is copied and compiled. */
export function excerptModule(excerpt: Excerpt): string {
  return excerpt.preface === "" ? `${excerpt.body}\n` : `${excerpt.preface}\n\n${excerpt.body}\n`;
}

/** Cuts `region` out of the program's `file` (absolute path), or says which statement it would split. */
export function cutExcerpt(
  program: Program,
  file: string,
  text: string,
  region: Region,
): Excerpt | SplitStatement {
  const source = program.program.getSourceFile(file);
  if (source === undefined) throw new Error(`${file} is not part of the program.`);
  const inside: Statement[] = [];
  for (const statement of source.statements) {
    const first = positionAt(text, statement.getStart(source)).line;
    const last = positionAt(text, statement.end).line;
    if (last < region.firstLine || first > region.lastLine) continue;
    if (first < region.firstLine || last > region.lastLine) return { line: first };
    inside.push(statement);
  }
  const needs = collectNeeds(program, source, inside);
  const imports = [
    ...source.statements
      .filter(isImportDeclaration)
      .map((declaration) => pruneImport(source, declaration, needs.names))
      .filter((line) => line !== ""),
    ...needs.typeImports,
  ];
  const declarations = source.statements.flatMap(
    (statement) => needs.declarations.get(statement) ?? [],
  );
  return {
    preface: [...(imports.length > 0 ? [imports.join("\n")] : []), ...declarations].join("\n\n"),
    imports: imports.length,
    declarations: declarations.length,
    ...cutBody(text, region),
  };
}

function cutBody(text: string, region: Region): Pick<Excerpt, "body" | "bodyLines"> {
  const lines = linesWithoutMarkers(text).filter(
    ({ line }) => region.firstLine <= line && line <= region.lastLine,
  );
  const isCode = (line: { readonly text: string }): boolean => line.text.trim() !== "";
  const shown = lines.slice(Math.max(0, lines.findIndex(isCode)), lines.findLastIndex(isCode) + 1);
  return {
    body: shown.map((line) => line.text).join("\n"),
    bodyLines: shown.map(({ line }) => line),
  };
}

interface Needs {
  /** Local names of imports that are used. */
  readonly names: ReadonlySet<string>;
  /** Imports of types that the file itself never names, because the compiler infers them. */
  readonly typeImports: readonly string[];
  /** Top-level statement outside the region → the text that stands for it. */
  readonly declarations: ReadonlyMap<Statement, string>;
}

function collectNeeds(program: Program, source: SourceFile, inside: readonly Statement[]): Needs {
  const names = new Set<string>();
  const typeImports = new Map<string, Set<string>>();
  const copied = new Set<Statement>();
  const replaced = new Map<Statement, Map<string, string>>();
  const own = new Set<Statement>(inside);
  const queue: Node[] = [...inside];

  const need = (declaration: Node): void => {
    const statement = source.statements.find(
      (it) => it.pos <= declaration.pos && declaration.end <= it.end,
    );
    if (statement === undefined || own.has(statement)) return;
    const name = "name" in declaration && isNode(declaration.name) ? declaration.name : undefined;
    if (isImportDeclaration(statement)) {
      if (name !== undefined && isIdentifier(name)) names.add(name.text);
    } else if (!hasEffect(statement)) {
      if (!copied.has(statement)) queue.push(statement);
      copied.add(statement);
    } else if (
      name !== undefined &&
      isIdentifier(name) &&
      replaced.get(statement)?.has(name.text) !== true
    ) {
      const type = typeOf(program, source, declaration, name);
      const bindings = replaced.get(statement) ?? new Map<string, string>();
      replaced.set(statement, bindings.set(name.text, type.text));
      for (const [from, imported] of type.imports) {
        typeImports.set(from, new Set([...(typeImports.get(from) ?? []), imported]));
      }
      // A type that the file does name is needed like any other.
      for (const word of type.text.match(/[A-Za-z_$][\w$]*/g) ?? [])
        for (const it of topLevel(source, word)) need(it);
    }
  };

  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const declaration of declarationsUsed(program, source, next)) need(declaration);
  }
  const declarations = new Map<Statement, string>();
  for (const statement of copied)
    declarations.set(statement, withoutMarkers(textOf(source, statement)));
  for (const [statement, bindings] of replaced) {
    const isLet =
      isVariableStatement(statement) && (statement.declarationList.flags & NodeFlags.Let) !== 0;
    const lines = [...bindings].map(
      ([name, type]) => `declare ${isLet ? "let" : "const"} ${name}: ${type};`,
    );
    declarations.set(statement, lines.join("\n"));
  }
  return {
    names,
    declarations,
    typeImports: [...typeImports]
      .map(
        ([from, imported]) =>
          [from, [...imported].filter((name) => !names.has(name)).sort()] as const,
      )
      .filter(([, imported]) => imported.length > 0)
      .map(([from, imported]) => `import type { ${imported.join(", ")} } from "${from}";`)
      .sort(),
  };
}

/** The type of a binding as text: as annotated, else as inferred, with the imports that an inferred type needs. */
function typeOf(
  program: Program,
  source: SourceFile,
  declaration: Node,
  name: Node,
): { text: string; imports: [from: string, name: string][] } {
  if (isVariableDeclaration(declaration) && declaration.type !== undefined) {
    return { text: textOf(source, declaration.type), imports: [] };
  }
  const type = program.checker.getTypeAtLocation(name);
  if (type === undefined) return { text: "unknown", imports: [] };
  const imports: [string, string][] = [];
  const text = program.checker
    .typeToString(type, name, NodeBuilderFlags.NoTruncation)
    .replace(/import\("([^"]+)"\)\.(\w+)/g, (_, from: string, imported: string) => {
      imports.push([from, imported]);
      return imported;
    });
  return { text, imports };
}

/** Top-level declarations and import specifiers of that name. */
function topLevel(source: SourceFile, name: string): Node[] {
  return source.statements.flatMap((statement): Node[] => {
    if (!isImportDeclaration(statement)) {
      return "name" in statement &&
        isNode(statement.name) &&
        isIdentifier(statement.name) &&
        statement.name.text === name
        ? [statement]
        : [];
    }
    const bindings = statement.importClause?.namedBindings;
    if (bindings === undefined) return [];
    return (isNamedImports(bindings) ? [...bindings.elements] : [bindings]).filter(
      (it) => it.name.text === name,
    );
  });
}

/** The declarations, in this file, of every name used below `root`. */
function declarationsUsed(program: Program, source: SourceFile, root: Node): Node[] {
  const identifiers: Node[] = [];
  const collect = (node: Node): void => {
    if (isIdentifier(node)) identifiers.push(node);
    node.forEachChild(collect);
  };
  collect(root);
  const symbols = program.checker.getSymbolAtLocation(identifiers);
  return identifiers.flatMap((identifier, index) => {
    const parent = identifier.parent;
    const symbol = isShorthandPropertyAssignment(parent)
      ? program.checker.getShorthandAssignmentValueSymbol(parent)
      : isExportSpecifier(parent)
        ? program.checker.getExportSpecifierLocalTargetSymbol(parent)
        : symbols[index];
    const handles = symbol?.declarations ?? [];
    return handles
      .filter((handle) => handle.path === source.path)
      .map((handle) => handle.resolve())
      .filter((node) => node !== undefined);
  });
}

function pruneImport(source: SourceFile, declaration: Node, names: ReadonlySet<string>): string {
  if (!isImportDeclaration(declaration) || declaration.importClause === undefined) return "";
  const { name, namedBindings } = declaration.importClause;
  const text = (node: Node): string => textOf(source, node);
  const kept: string[] = [];
  if (name !== undefined && names.has(name.text)) kept.push(name.text);
  if (
    namedBindings !== undefined &&
    isNamespaceImport(namedBindings) &&
    names.has(namedBindings.name.text)
  ) {
    kept.push(text(namedBindings));
  }
  if (namedBindings !== undefined && isNamedImports(namedBindings)) {
    const specifiers = namedBindings.elements
      .filter((element) => names.has(element.name.text))
      .map(text);
    if (
      specifiers.length === namedBindings.elements.length &&
      kept.length === (name === undefined ? 0 : 1)
    ) {
      return text(declaration);
    }
    if (specifiers.length > 0) kept.push(`{ ${specifiers.join(", ")} }`);
  }
  if (kept.length === 0) return "";
  const typeOnly = /^import\s+type\b/.test(text(declaration)) ? "type " : "";
  // `with { type: "json" }` stands behind the module's name.
  const from = source.text.slice(declaration.moduleSpecifier.getStart(source), declaration.end);
  return `import ${typeOnly}${kept.join(", ")} from ${from.replace(/;?$/, ";")}`;
}

function textOf(source: SourceFile, node: Node): string {
  return source.text.slice(node.getStart(source), node.end);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value;
}
