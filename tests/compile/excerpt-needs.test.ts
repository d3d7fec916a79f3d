import { describe, expect, test } from "vitest";
import { cutShown, shown } from "./cut-shown.ts";

const cut = (...lines: readonly string[]) => cutShown("excerpt-needs", lines);

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
