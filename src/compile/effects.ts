import { SyntaxKind, type Node, type Statement } from "typescript/unstable/ast";
import { isVariableStatement } from "typescript/unstable/ast/is";

/** Syntax that runs when the module is loaded. The same syntax inside a function waits for a call. */
const EFFECTS = new Set<SyntaxKind>([
  SyntaxKind.AwaitExpression,
  SyntaxKind.CallExpression,
  SyntaxKind.NewExpression,
  SyntaxKind.TaggedTemplateExpression,
  SyntaxKind.PropertyAccessExpression,
  SyntaxKind.ElementAccessExpression,
]);

const FUNCTIONS = new Set<SyntaxKind>([
  SyntaxKind.ArrowFunction,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ClassExpression,
]);

/** Whether loading this top-level statement does more than name a value, as `const server = new Server()` does. */
export function hasEffect(statement: Statement): boolean {
  return (
    isVariableStatement(statement) &&
    statement.declarationList.declarations.some(
      (declaration) => declaration.initializer !== undefined && evaluates(declaration.initializer),
    )
  );
}

function evaluates(node: Node): boolean {
  if (FUNCTIONS.has(node.kind)) return false;
  if (EFFECTS.has(node.kind)) return true;
  let found = false;
  node.forEachChild((child) => {
    found ||= evaluates(child);
  });
  return found;
}
