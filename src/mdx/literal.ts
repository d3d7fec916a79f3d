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
  /** Keys that an object has a second time, and their offsets in the expression. */
  readonly twice: readonly { readonly name: string; readonly at: number }[];
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
  const twice: { name: string; at: number }[] = [];
  try {
    return { value: evaluate(node, [], { starts, twice, shift: opening.length }), starts, twice };
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

/** What is noted while an expression is read. */
interface Notes {
  readonly starts: Map<string, number>;
  readonly twice: { name: string; at: number }[];
  /** The offset of the expression in what is parsed. */
  readonly shift: number;
}

function evaluate(node: Node, path: readonly string[], notes: Notes): unknown {
  const { starts, twice, shift } = notes;
  const below = (child: Node, key: string | number): unknown =>
    evaluate(child, [...path, String(key)], notes);
  starts.set(path.join("."), node.start - shift);
  switch (node.type) {
    case "ParenthesizedExpression":
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      return evaluate(node.expression, path, notes);
    case "Literal":
      if ("regex" in node) throw new NotLiteral(node);
      return node.value;
    case "TemplateLiteral": {
      const [words, ...others] = node.quasis;
      if (words === undefined || others.length > 0) throw new NotLiteral(node);
      return words.value.cooked;
    }
    case "UnaryExpression": {
      const number = node.operator === "-" ? evaluate(node.argument, path, notes) : "";
      if (typeof number !== "number") throw new NotLiteral(node);
      return -number;
    }
    case "ArrayExpression":
      return node.elements.map((element, index) => {
        if (element === null || element.type === "SpreadElement")
          throw new NotLiteral(element ?? node);
        return below(element, index);
      });
    case "ObjectExpression": {
      const names = new Set<string>();
      return Object.fromEntries(
        node.properties.map((property) => {
          if (property.type !== "Property" || property.computed || property.kind !== "init")
            throw new NotLiteral(property);
          const { key } = property;
          const name =
            key.type === "Identifier" ? key.name : key.type === "Literal" ? String(key.value) : "";
          if (names.has(name)) twice.push({ name, at: key.start - shift });
          names.add(name);
          return [name, below(property.value, name)];
        }),
      );
    }
    default:
      throw new NotLiteral(node);
  }
}
