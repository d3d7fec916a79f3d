import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { commandLineOf, optionsOfCopy } from "../../src/samples/compiler-options.ts";
import { projectFiles } from "../../src/samples/project.ts";

const samples = path.join(import.meta.dirname, "..", "..", "content", "samples");
const written = JSON.parse(readFileSync(path.join(samples, "tsconfig.json"), "utf8"));

test("a copy of a sample is compiled like the sample, but for names that are left unused", () => {
  const { noUnusedLocals, noUnusedParameters, ...shared } = written.compilerOptions;
  expect([noUnusedLocals, noUnusedParameters]).toEqual([true, true]);
  expect(optionsOfCopy("kafka/publish.ts")).toEqual(shared);
});

test("one for browsers has the DOM, and nothing of Node", () => {
  const { lib, types, strict } = optionsOfCopy("browsers/page.ts");
  expect([lib, types, strict]).toEqual([expect.arrayContaining(["dom"]), [], true]);
});

test("a reader's project has those options", () => {
  const sample = {
    id: "a/b",
    path: "a/b.ts",
    title: "B.",
    language: "ts",
    packages: {},
    neighbours: [],
    partners: [],
    output: [],
  } as const;
  const files = projectFiles(sample, new Map([["a/b.ts", ""]]), {
    typescript: "7",
    typesNode: "24",
    types: {},
    checkNeeds: "",
    locked: {},
    site: "https://site.example",
  });
  expect(JSON.parse(files.get("tsconfig.json") ?? "")).toEqual({
    compilerOptions: optionsOfCopy("a/b.ts"),
  });
});

test("options become words of a command", () => {
  expect(commandLineOf({ strict: true, lib: ["es2024", "dom"], target: "es2024" })).toEqual([
    ...["--strict", "true", "--lib", "es2024,dom", "--target", "es2024"],
  ]);
});
