import { expect, test } from "vitest";
import { hashClosures } from "../../src/cache/closure.ts";

const files = {
  "a.ts": 'import { b } from "./b.ts";',
  "b.ts": 'export * from "./deep/c.ts";',
  "deep/c.ts": 'import type { D } from "../d.ts";',
  "d.ts": "export type D = string;",
  "ring/one.ts": 'import "./two.ts";',
  "ring/two.ts": 'import "./one.ts"; const lazy = await import("../d.ts");',
  "alone.ts": "export const alone = 1;",
};

/** The files whose hash differs when some have another text. */
function changedBy(texts: Readonly<Record<string, string>>): string[] {
  const before = hashClosures(new Map(Object.entries(files)));
  const after = hashClosures(new Map(Object.entries({ ...files, ...texts })));
  return [...after.keys()].sort().filter((file) => after.get(file) !== before.get(file));
}

test("a file's hash changes with everything that it reaches, and with nothing else", () => {
  expect(changedBy({})).toEqual([]);
  expect(changedBy({ "alone.ts": "" })).toEqual(["alone.ts"]);
  expect(changedBy({ "b.ts": "" })).toEqual(["a.ts", "b.ts"]);
  expect(changedBy({ "d.ts": "" })).toEqual([
    ...["a.ts", "b.ts", "d.ts", "deep/c.ts", "ring/one.ts", "ring/two.ts"],
  ]);
});

test("files that import each other in a circle change together", () => {
  expect(changedBy({ "ring/one.ts": 'import "./two.ts"; //' })).toEqual([
    "ring/one.ts",
    "ring/two.ts",
  ]);
});

test("a new file changes those that name it, in whatever way a compiler would find it", () => {
  const names = ["./new.ts", "./new.js", "./new"].map(
    (name, index) => [`${index}.ts`, `import "${name}";`] as const,
  );
  const before = hashClosures(new Map(names));
  const after = hashClosures(new Map([...names, ["new.ts", ""]]));
  expect(names.filter(([file]) => before.get(file) === after.get(file))).toEqual([]);
});

test("a reference in a comment is followed, and so are types beside a module", () => {
  const texts = [
    ["a.ts", '/// <reference path="types.d.ts" />'],
    ["b.ts", 'import { fail } from "./fail.mjs";'],
    ["fail.mjs", ""],
  ] as const;
  const before = hashClosures(new Map([...texts, ["types.d.ts", ""], ["fail.d.mts", ""]]));
  const after = hashClosures(new Map([...texts, ["types.d.ts", "//"], ["fail.d.mts", "//"]]));
  expect(["a.ts", "b.ts"].filter((file) => before.get(file) === after.get(file))).toEqual([]);
});
