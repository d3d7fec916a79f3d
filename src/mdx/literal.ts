import { parseAst } from "rolldown/parseAst";

type Node = Extract<
  ReturnType<typeof parseAst>["body"][number],
  { type: "ExpressionStatement" }
>["expression"];

/** A value that is written down as plain data, so that nothing has to be computed. */
export interface Literal {
  readonly value: unknown;
  /** The offset of each part in the expression: "" for all of it, `rows.2.label` for a part. */
  readonly starts: ReadonlyMap<string, number>;
}

/** The first computed part, which makes an expression no literal. */
export interface Computed {
  readonly computed: string;
  /** Offset into the expression. */
  readonly at: number;
}

/**
 * Reads an expression that a page or the navigation gives as data.
 *
 * @example
 * readLiteral('["a", { run: "b" }]') // { value: ["a", { run: "b" }], starts: … }
 * readLiteral("1 + 1") // { computed: "1 + 1", at: 0 }
 */
export function readLiteral(expression: string): Literal | Computed {
  const opening = "(";
  let node: Node;
  try {
    const [statement] = parseAst(`${opening}${expression}\n)`, { lang: "ts" }).body;
    if (statement?.type !== "ExpressionStatement") return { computed: expression, at: 0 };
    node = statement.expression;
  } catch {
    return { computed: expression, at: 0 };
  }
  const starts = new Map<string, number>();
  try {
    return { value: evaluate(node, [], starts, opening.length), starts };
  } catch (error) {
    if (!(error instanceof NotLiteral)) throw error;
    const { start, end } = error.node;
    const [from, to] = [start - opening.length, end - opening.length];
    return { computed: expression.slice(from, to), at: from };
  }
}

class NotLiteral extends Error {
  readonly node: { readonly start: number; readonly end: number };

  constructor(node: NotLiteral["node"]) {
    super("This expression is computed.");
    this.node = node;
  }
}

function evaluate(
  node: Node,
  path: readonly string[],
  starts: Map<string, number>,
  shift: number,
): unknown {
  const below = (child: Node, key: string | number): unknown =>
    evaluate(child, [...path, String(key)], starts, shift);
  starts.set(path.join("."), node.start - shift);
  switch (node.type) {
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return evaluate(node.expression, path, starts, shift);
    case "Literal":
      if ("regex" in node) throw new NotLiteral(node);
      return node.value;
    case "TemplateLiteral": {
      const [words, ...others] = node.quasis;
      if (words === undefined || others.length > 0) throw new NotLiteral(node);
      return words.value.cooked;
    }
    case "UnaryExpression": {
      const number = node.operator === "-" ? evaluate(node.argument, path, starts, shift) : "";
      if (typeof number !== "number") throw new NotLiteral(node);
      return -number;
    }
    case "ArrayExpression":
      return node.elements.map((element, index) => {
        if (element === null || element.type === "SpreadElement")
          throw new NotLiteral(element ?? node);
        return below(element, index);
      });
    case "ObjectExpression":
      return Object.fromEntries(
        node.properties.map((property) => {
          if (property.type !== "Property" || property.computed || property.kind !== "init")
            throw new NotLiteral(property);
          const { key } = property;
          const name =
            key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
          return [name, below(property.value, name)];
        }),
      );
    default:
      throw new NotLiteral(node);
  }
}
