import { describe, expect, test } from "vitest";
import { checkSite } from "../../src/samples/index.ts";
import { layOutSite } from "../sites/lay-out-site.ts";

/** A neighbour with a client, as ts-proto makes them, without the rest of ts-proto. */
const orders = `// A client and what it gives.
export interface OrderEvent {
  readonly eventId: string;
}
export class OrderClient {
  all(): Promise<OrderEvent[]> {
    throw new Error("not in this test");
  }
}
export const limits = { first: 1, last: 1000 };
export default function connect(): OrderClient {
  return new OrderClient();
}
`;

/** Cuts the region "shown" out of a sample, as a page that shows it would. */
async function cut(...lines: readonly string[]) {
  const root = await layOutSite("excerpts", {
    "docs/kafka/page.mdx": '<Sample file="loop.ts" region="shown" />\n',
    "samples/gen/orders.ts": orders,
    "samples/kafka/loop.ts": `${["// A loop.", ...lines].join("\n")}\n`,
  });
  const site = await checkSite(root, { lint: false });
  const [block] = site.blocks.get("content/docs/kafka/page.mdx") ?? [];
  return {
    issues: site.issues,
    preface: block?.preface?.code,
    imports: block?.preface?.imports,
    declarations: block?.preface?.declarations,
    code: block?.code,
  };
}

const shown = (...lines: readonly string[]): string[] => [
  "// #region shown",
  ...lines,
  "// #endregion shown",
];

describe("the imports of an excerpt", () => {
  test("are those that its code uses, with only the names that it uses", async () => {
    const { issues, preface, imports, code } = await cut(
      'import { readFile, writeFile } from "node:fs/promises";',
      'import path from "node:path";',
      "",
      ...shown("export const text = await readFile('a');"),
      "",
      "await writeFile(path.join('b'), text);",
    );
    expect(issues).toEqual([]);
    expect(preface).toBe('import { readFile } from "node:fs/promises";');
    expect(imports).toBe(1);
    expect(code).toBe("export const text = await readFile('a');");
  });

  test("keep the forms of their file: default, namespace, type, renamed, and two in one", async () => {
    const { issues, preface } = await cut(
      'import connect, { limits, OrderClient } from "../gen/orders.ts";',
      'import * as fs from "node:fs";',
      'import type { OrderEvent, OrderClient as Unused } from "../gen/orders.ts";',
      'import { join as joinPath, type ParsedPath, sep } from "node:path";',
      "",
      ...shown(
        "export function use(event: OrderEvent, parsed: ParsedPath): unknown {",
        "  return [connect(), limits, fs.constants, event, joinPath(parsed.dir)];",
        "}",
      ),
      "",
      "export const rest: unknown[] = [sep, OrderClient, use, undefined as Unused | undefined];",
    );
    expect(issues).toEqual([]);
    expect(preface).toBe(
      [
        'import connect, { limits } from "../gen/orders.ts";',
        'import * as fs from "node:fs";',
        'import type { OrderEvent } from "../gen/orders.ts";',
        'import { join as joinPath, type ParsedPath } from "node:path";',
      ].join("\n"),
    );
  });

  test("are written as the file writes them when all of their names are used", async () => {
    const whole = 'import {\n  basename,\n  dirname,\n} from "node:path";';
    const { preface } = await cut(whole, ...shown("export const parts = [basename, dirname];"));
    expect(preface).toBe(whole);
  });

  test("keep their attributes when they are pruned", async () => {
    const { issues, preface } = await cut(
      'import tsconfig from "../tsconfig.json" with { type: "json" };',
      ...shown("export const options: object = tsconfig;"),
    );
    expect(issues).toEqual([]);
    expect(preface).toBe('import tsconfig from "../tsconfig.json" with { type: "json" };');
  });

  test("are none for a region that needs nothing: then nothing is folded", async () => {
    const { issues, preface, code } = await cut(
      'import { join } from "node:path";',
      "export const other = join('a');",
      ...shown("export const one = 1;"),
    );
    expect(issues).toEqual([]);
    expect(preface).toBeUndefined();
    expect(code).toBe("export const one = 1;");
  });
});

describe("what else an excerpt needs", () => {
  test("comes with it in the order of the file: types, functions, pure constants", async () => {
    const { issues, preface, declarations } = await cut(
      "const UNUSED_MS = 5;",
      "interface Pause {",
      "  ms: number;",
      "}",
      "const LIMIT_MS = 1_000;",
      "const pauses: Pause[] = [{ ms: LIMIT_MS }];",
      "",
      ...shown("export const next = (): Pause | undefined => last(pauses);"),
      "",
      "function last<Item>(items: readonly Item[]): Item | undefined {",
      "  return items.slice(-1)[0];",
      "}",
      "export const unused = UNUSED_MS;",
    );
    expect(issues).toEqual([]);
    expect(preface).toBe(
      [
        "interface Pause {\n  ms: number;\n}",
        "const LIMIT_MS = 1_000;",
        "const pauses: Pause[] = [{ ms: LIMIT_MS }];",
        "function last<Item>(items: readonly Item[]): Item | undefined {\n  return items.slice(-1)[0];\n}",
      ].join("\n\n"),
    );
    expect(declarations).toBe(4);
  });

  test("is found through what it needs in turn", async () => {
    const { issues, preface } = await cut(
      'import { hostname } from "node:os";',
      "type Name = string;",
      "const self = (): Name => hostname();",
      ...shown("export const greet = () => `hello from ${self()}`;"),
    );
    expect(issues).toEqual([]);
    expect(preface).toBe(
      [
        'import { hostname } from "node:os";',
        "type Name = string;",
        "const self = (): Name => hostname();",
      ].join("\n\n"),
    );
  });

  test("is found in a shorthand property and in an export list", async () => {
    const { issues, preface } = await cut(
      "const cursor = 5;",
      "const limit = 10;",
      ...shown("export const place = { cursor };", "export { limit };"),
    );
    expect(issues).toEqual([]);
    expect(preface).toBe("const cursor = 5;\n\nconst limit = 10;");
  });

  test("comes once, however often it is needed", async () => {
    const { preface } = await cut(
      "const limit = 10;",
      ...shown("export const a = limit;", "export const b = limit;"),
    );
    expect(preface).toBe("const limit = 10;");
  });
});

describe("a needed binding whose making has an effect", () => {
  test("is declared with its type, not repeated", async () => {
    const { issues, preface } = await cut(
      'import { createServer, type Server } from "node:http";',
      "",
      "const server: Server = createServer();",
      "let port = Number(process.env['PORT']);",
      "",
      ...shown("port += 1;", "server.listen(port);"),
    );
    expect(issues).toEqual([]);
    expect(preface).toBe(
      [
        'import { type Server } from "node:http";',
        "declare const server: Server;",
        "declare let port: number;",
      ].join("\n\n"),
    );
  });

  test("is declared name by name when it was taken apart, and only the names that are used", async () => {
    const { issues, preface } = await cut(
      'import { limits } from "../gen/orders.ts";',
      "const { first, last } = structuredClone(limits);",
      "const [one = 0, ...rest] = [1, 2].map(Number);",
      ...shown("export const range = [first, rest];"),
      "export const others = [last, one];",
    );
    expect(issues).toEqual([]);
    expect(preface).toBe("declare const first: number;\n\ndeclare const rest: number[];");
  });

  test("imports the type that only the compiler names, from where the file could", async () => {
    const { issues, preface } = await cut(
      'import { OrderClient } from "../gen/orders.ts";',
      "const events = await new OrderClient().all();",
      ...shown("console.log(events.length);"),
    );
    expect(issues).toEqual([]);
    expect(preface).toBe(
      'import type { OrderEvent } from "../gen/orders.ts";\n\ndeclare const events: OrderEvent[];',
    );
  });

  test("brings the types of its own file along", async () => {
    const { issues, preface } = await cut(
      "interface Place {",
      "  cursor: number;",
      "}",
      "const read = (): Place => ({ cursor: 1 });",
      "const place = read();",
      ...shown("console.log(place.cursor);"),
    );
    expect(issues).toEqual([]);
    expect(preface).toBe("interface Place {\n  cursor: number;\n}\n\ndeclare const place: Place;");
  });
});

describe("a region", () => {
  test("that holds a part of a statement is refused where the statement starts", async () => {
    const { issues, code } = await cut(
      "export function loop(): void {",
      "  console.log('before');",
      ...shown("  console.log('commit');"),
      "}",
    );
    expect(issues.map(({ slug, file, line }) => [slug, file, line])).toEqual([
      ["split-statement", "content/samples/kafka/loop.ts", 2],
    ]);
    expect(code).toBeUndefined();
  });

  test("that holds another one shows its code without its markers", async () => {
    const { issues, code } = await cut(
      ...shown(
        "export const a = 1;",
        "// #region inner",
        "export const b = 2;",
        "// #endregion inner",
        "export const c = 3;",
      ),
    );
    expect(issues).toEqual([]);
    expect(code).toBe("export const a = 1;\nexport const b = 2;\nexport const c = 3;");
  });

  test("that does not compile without what surrounds it is refused at the file's own line", async () => {
    const { issues } = await cut(
      'const name = process.env["NAME"];',
      'if (name === undefined) throw new Error("NAME is not set");',
      ...shown(
        "// #region inner",
        "export const one = 1;",
        "// #endregion inner",
        "",
        "export const length = name.length;",
      ),
    );
    expect(issues).toMatchObject([
      {
        slug: "broken-excerpt",
        ...{ file: "content/samples/kafka/loop.ts", line: 9, column: 23, code: "TS18048" },
      },
    ]);
  });

  test("keeps its own comments and inner empty lines, and loses those around it", async () => {
    const { code } = await cut(
      "// #region shown",
      "",
      "// Why.",
      "export const a = 1;",
      "",
      "export const b = 2; // here",
      "",
      "// #endregion shown",
    );
    expect(code).toBe("// Why.\nexport const a = 1;\n\nexport const b = 2; // here");
  });
});
