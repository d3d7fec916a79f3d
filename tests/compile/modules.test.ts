import { describe, expect, test } from "vitest";
import { readImports } from "../../src/compile/modules.ts";

const read = (...lines: readonly string[]) => readImports("/site/a/b.ts", lines.join("\n"));

describe("what a module imports", () => {
  test("is found in every form", () => {
    const { neighbours, packages } = read(
      'import one, { two } from "./one.ts";',
      'import * as all from "pkg/sub";',
      'import type { Three } from "@scope/three/deep";',
      'import "../side.ts";',
      'import { readFile } from "node:fs/promises";',
      'export * from "./star.ts";',
      'export type { Four } from "./four.ts";',
      'export type * from "./types.ts";',
      'type Five = import("./five.ts").Five;',
      'const lazy = await import("lazy");',
      'const started = new URL("./child.ts", import.meta.url);',
    );
    expect(neighbours).toEqual([
      ...["/site/a/child.ts", "/site/a/five.ts", "/site/a/four.ts", "/site/a/one.ts"],
      ...["/site/a/star.ts", "/site/a/types.ts", "/site/side.ts"],
    ]);
    expect(packages).toEqual(["@scope/three", "lazy", "pkg"]);
  });

  test("is nothing that only looks like an import", () => {
    const { neighbours, packages } = read(
      "// import './a.ts';",
      "/* import './b.ts'; */",
      "const text = \"import './c.ts'\";",
      "const more = `import './d.ts'; ${text}`;",
      "const pattern = /import '.\\/e.ts'/;",
    );
    expect([...neighbours, ...packages]).toEqual([]);
  });
});

test("names take the hue of the client that they come from, renamed or not", () => {
  const { hues, systems } = read(
    'import grpc, { Server, status as code, type Client } from "@grpc/grpc-js";',
    'import type { Producer } from "@platformatic/kafka";',
    'import { OrdersClient, type Order } from "../gen/shop/v1/orders.ts";',
    'import { join } from "node:path";',
  );
  expect(hues).toEqual({
    ...{ grpc: "grpc", Server: "grpc", code: "grpc", Client: "grpc" },
    ...{ Producer: "kafka", OrdersClient: "grpc" },
  });
  expect([...systems].sort()).toEqual(["grpc", "kafka"]);
});

test("leading imports end before the first other statement, whatever comments say", () => {
  const head =
    '// What it shows.\nimport { a } from "./a.ts"; // first\n/* and */\nimport "./b.ts"';
  const { importsEnd, importCount } = read(head, "const one = a;", 'import "./late.ts";');
  expect(importsEnd).toBe(head.length);
  expect(importCount).toBe(2);
});

test("what cannot be read may import anything", () => {
  const text = 'import { a } from "./a.ts";\nconst broken = `${';
  expect(read(text)).toMatchObject({ neighbours: [], packages: [], specifiers: [text] });
});
