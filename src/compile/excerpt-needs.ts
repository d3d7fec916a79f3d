import {
  isExportSpecifier,
  isIdentifier,
  isImportDeclaration,
  isNamedImports,
  isShorthandPropertyAssignment,
  isVariableDeclaration,
  isVariableStatement,
} from "typescript/unstable/ast/is";
import { NodeFlags, type Node, type SourceFile, type Statement } from "typescript/unstable/ast";
import { NodeBuilderFlags, type Program } from "./compiler.ts";
import { hasEffect } from "./effects.ts";
import { withoutMarkers } from "../samples/markers.ts";

/** What a region needs from the rest of its file. */
export interface Needs {
  /** Local names of the imports it uses. */
  readonly names: ReadonlySet<string>;
  /** Imports of types that the compiler infers and the file itself never names. */
  readonly typeImports: readonly string[];
  /** Top-level statement outside the region → the text to put in its place. */
  readonly declarations: ReadonlyMap<Statement, string>;
}

/** Follows every name used in `inside`, through the checker's symbols, to its declaration in the same file. */
export function collectNeeds(
  program: Program,
  source: SourceFile,
  inside: readonly Statement[],
): Needs {
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
      // A type that the file itself names is needed like any other name.
      for (const word of type.text.match(/[A-Za-z_$][\w$]*/g) ?? [])
        for (const it of topLevel(source, word)) need(it);
    }
  };

  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    for (const declaration of declarationsUsed(program, source, next)) need(declaration);
  }
  const declarations = new Map<Statement, string>();
  for (const statement of copied)
    declarations.set(statement, withoutMarkers(textOf(source, statement), "ts"));
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

/** The type of a binding as text, annotated or inferred, with the imports that an inferred type needs. */
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

/** The top-level declarations and import specifiers with that name. */
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

/** The declarations in this file of every name used below `root`. */
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

/** A node's own text, without leading comments and white space. */
export function textOf(source: SourceFile, node: Node): string {
  return source.text.slice(node.getStart(source), node.end);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "kind" in value;
}
