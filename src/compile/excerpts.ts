/**
 * Makes a module of a region: the imports, types, functions and constants it needs, and the region itself. Needs are
 * found through the checker's symbols. A needed binding with an effect, such as a started server, becomes a `declare
 * const`, so that the excerpt compiles without repeating the effect.
 */
import { isImportDeclaration, isNamedImports, isNamespaceImport } from "typescript/unstable/ast/is";
import type { Node, SourceFile, Statement } from "typescript/unstable/ast";
import type { Program } from "./compiler.ts";
import { collectNeeds, textOf } from "./excerpt-needs.ts";
import type { Language } from "../samples/languages.ts";
import { linesWithoutMarkers } from "../samples/markers.ts";
import type { Region } from "../samples/regions.ts";
import { positionAt } from "../report/source-text.ts";

export interface Excerpt {
  /** Imports and declarations that the region needs; empty when there are none. */
  readonly preface: string;
  readonly imports: number;
  readonly declarations: number;
  /** The region's own lines. */
  readonly body: string;
  /** For each line of `body`, its line in the file (1-based). */
  readonly bodyLines: readonly number[];
}

/** A top-level statement that crosses the region's border, so that the region cannot be cut. */
export interface SplitStatement {
  /** 1-based line where the statement starts. */
  readonly line: number;
}

/** The text of an excerpt as readers copy it and the compiler sees it. */
export function excerptModule(excerpt: Excerpt): string {
  return excerpt.preface === "" ? `${excerpt.body}\n` : `${excerpt.preface}\n\n${excerpt.body}\n`;
}

/**
 * Cuts the region's lines and unindents them. This is for Java, where no part compiles without its class; the file is
 * compiled as a whole when it runs.
 */
export function cutLines(text: string, region: Region, language: Language): Excerpt {
  const { body, bodyLines } = cutBody(text, region, language);
  const lines = body.split("\n");
  const indents = lines.flatMap((line) => (line.trim() === "" ? [] : [line.search(/\S/)]));
  const indent = Math.min(...indents);
  const moved = lines.map((line) => line.slice(indent)).join("\n");
  return { preface: "", imports: 0, declarations: 0, body: moved, bodyLines };
}

/** Cuts `region` out of the program's `file` (absolute path), or returns the statement that it would split. */
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
    ...cutBody(text, region, "ts"),
  };
}

function cutBody(
  text: string,
  region: Region,
  language: Language,
): Pick<Excerpt, "body" | "bodyLines"> {
  const lines = linesWithoutMarkers(text, language).filter(
    ({ line }) => region.firstLine <= line && line <= region.lastLine,
  );
  const isCode = (line: { readonly text: string }): boolean => line.text.trim() !== "";
  const shown = lines.slice(Math.max(0, lines.findIndex(isCode)), lines.findLastIndex(isCode) + 1);
  return {
    body: shown.map((line) => line.text).join("\n"),
    bodyLines: shown.map(({ line }) => line),
  };
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
  // The text behind the module's name may be `with { type: "json" }`.
  const from = source.text.slice(declaration.moduleSpecifier.getStart(source), declaration.end);
  return `import ${typeOnly}${kept.join(", ")} from ${from.replace(/;?$/, ";")}`;
}
