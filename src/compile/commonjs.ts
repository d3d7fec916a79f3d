import {
  isCallExpression,
  isElementAccessExpression,
  isIdentifier,
  isShorthandPropertyAssignment,
  isPropertyAccessExpression,
  isStringLiteral,
} from "typescript/unstable/ast/is";
import type { Node } from "typescript/unstable/ast";
import type { Program } from "./compiler.ts";
import type { Unit } from "./units.ts";

/**
 * A use of something that only CommonJS has. Node's types declare it, so the compiler accepts it, but running the
 * module fails.
 */
export interface CommonJsUse {
  /** Offset into the file. */
  readonly start: number;
  readonly name: string;
  /** What to type in a module instead. */
  readonly instead: string;
}

/** The names, or an escape, in which one may be hidden: `requ\u0069re`. */
const MAY_USE = /\b(?:require|module|exports|__dirname|__filename)\b|\\u/;
const INSTEAD: ReadonlyMap<string, (node: Node) => string> = new Map([
  ["require", insteadOfRequire],
  ["module", () => "export const …"],
  ["exports", () => "export const …"],
  ["__dirname", () => "import.meta.dirname"],
  ["__filename", () => "import.meta.filename"],
]);

/**
 * Finds `require`, `module`, `exports`, `__dirname` and `__filename` where they are Node's globals. A name that the
 * file declares itself, such as a `require` from `createRequire`, is allowed.
 */
export function findCommonJs(
  programOf: (file: string) => Program,
  { file, text }: Pick<Unit, "file" | "text">,
): CommonJsUse[] {
  if (!MAY_USE.test(text)) return [];
  const program = programOf(file);
  const source = program.program.getSourceFile(file);
  if (source === undefined) return [];
  const named: Node[] = [];
  const collect = (node: Node): void => {
    if (isIdentifier(node) && INSTEAD.has(node.text)) named.push(node);
    // As in `globalThis["require"]`.
    if (isStringLiteral(node) && isElementAccessExpression(node.parent) && INSTEAD.has(node.text))
      named.push(node);
    node.forEachChild(collect);
  };
  collect(source);
  if (named.length === 0) return [];
  const symbols = program.checker.getSymbolAtLocation(named);
  return named.flatMap((node, index) => {
    const symbol = isShorthandPropertyAssignment(node.parent)
      ? program.checker.getShorthandAssignmentValueSymbol(node.parent)
      : symbols[index];
    const isGlobal = symbol?.declarations.some((it) =>
      it.path.endsWith("/@types/node/module.d.ts"),
    );
    const name = isIdentifier(node) || isStringLiteral(node) ? node.text : "";
    const instead = INSTEAD.get(name)?.(node);
    if (isGlobal !== true || instead === undefined) return [];
    return [{ start: node.getStart(source), name, instead }];
  });
}

/**
 * The replacement of a `require` call: `require("x")` → `import … from "x"`, `require.resolve("x")` →
 * `import.meta.resolve("x")`.
 */
function insteadOfRequire(node: Node): string {
  const { parent } = node;
  const isMember = isPropertyAccessExpression(parent);
  const call = isMember ? parent.parent : parent;
  const [argument] = isCallExpression(call) ? call.arguments : [];
  const target = argument !== undefined && isStringLiteral(argument) ? `"${argument.text}"` : '"…"';
  if (isMember && parent.name.text === "main") return "import.meta.main";
  return isMember && parent.name.text === "resolve"
    ? `import.meta.resolve(${target})`
    : `import … from ${target}`;
}
