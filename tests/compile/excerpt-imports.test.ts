import { describe, expect, test } from "vitest";
import { cutShown, shown } from "./cut-shown.ts";

const cut = (...lines: readonly string[]) => cutShown("excerpt-imports", lines);

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
