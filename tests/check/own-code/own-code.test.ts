import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CHECK_CACHE } from "../../../src/cache/clean-list.ts";
import { checkFormat } from "../../../src/check/own-code/format.ts";
import { lintOwnCode } from "../../../src/check/own-code/lint.ts";
import { checkOwnTypes } from "../../../src/check/own-code/types.ts";
import type { Issue } from "../../../src/report/issue.ts";
import { formatIssue } from "../../../src/report/terminal.ts";
import { project } from "../../sites/lay-out-site.ts";

const root = path.join(project, ".cache", "sites", "own-code");
const options = { strict: true, noEmit: true, module: "esnext", target: "es2024" };
const tsconfig = {
  compilerOptions: {
    ...options,
    moduleResolution: "bundler",
    allowImportingTsExtensions: true,
    types: [],
    lib: ["es2024"],
  },
};
const lintRules = { rules: { "typescript/no-floating-promises": "error" } };
const limit = (text: string) => `export const limit = ${text};\n`;
const start = (type: string) => `export declare function start(): ${type};\n`;

beforeEach(async () => {
  await rm(root, { recursive: true, force: true });
  await write({
    "tsconfig.json": JSON.stringify(tsconfig),
    "src/compile/oxlint.json": `${JSON.stringify(lintRules, null, 2)}\n`,
    "src/limit.ts": limit("5"),
    "src/between.ts": 'export { limit } from "./limit.ts";\n',
    "src/use.ts": 'import { limit } from "./between.ts";\n\nexport const twice = limit * 2;\n',
    "src/start.ts": start("void"),
    "src/run.ts": 'import { start } from "./start.ts";\n\nstart();\n',
  });
});

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [file, text] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
}

async function damageCaches(text: string): Promise<void> {
  const folder = path.join(root, CHECK_CACHE);
  await mkdir(folder, { recursive: true });
  for (const file of await readdir(folder)) await writeFile(path.join(folder, file), text);
}

/** Where something is wrong: cold, then twice warm, then with damaged caches. It must always be the same. */
async function placesOf(check: () => Issue[] | Promise<Issue[]>): Promise<string[]> {
  const found: string[][] = [];
  const look = async (): Promise<void> => {
    const issues = await check();
    found.push(issues.map(({ slug, file, line }) => `${file}:${line} ${slug}`));
  };
  await look();
  await look();
  await damageCaches('{"tools":"","clean":[1]}');
  await look();
  await damageCaches("{");
  await look();
  for (const places of found) expect(places).toEqual(found[0]);
  return found[0] ?? [];
}

describe("types of our own code", () => {
  const places = () => placesOf(() => checkOwnTypes(root));

  test("a scenario is one, also where its file does not say so", async () => {
    await write({
      "src/lab/scenario.ts": "export interface Scenario {\n  readonly story: string;\n}\n",
      "content/samples/kafka/one.scenario.ts": 'export default { story: "One." };\n',
      "content/samples/kafka/two.scenario.ts": "// Two.\nexport default { story: 2 };\n",
    });
    expect(await places()).toEqual(["content/samples/kafka/two.scenario.ts:2 type-error"]);
  });

  test("an error stays as long as it is there, also after others were mended", async () => {
    expect(await places()).toEqual([]);
    await write({ "src/limit.ts": limit("wrong"), "src/start.ts": start("Missing") });
    expect(await places()).toEqual(["src/limit.ts:1 type-error", "src/start.ts:1 type-error"]);
    await write({ "src/start.ts": start("void") });
    expect(await places()).toEqual(["src/limit.ts:1 type-error"]);
    await write({ "src/limit.ts": limit("5") });
    expect(await places()).toEqual([]);
  });

  test("a change is noticed in what imports it through another file", async () => {
    expect(await places()).toEqual([]);
    await write({ "src/limit.ts": limit('"five"') });
    expect(await places()).toEqual(["src/use.ts:3 type-error"]);
  });

  test("so is what a declaration says of all files, and an option", async () => {
    await write({ "src/global.ts": "export const size = SIZE;\n" });
    expect(await places()).toEqual(["src/global.ts:1 type-error"]);
    await write({ "src/globals.d.ts": "declare const SIZE: number;\n" });
    expect(await places()).toEqual([]);
    await write({ "src/globals.d.ts": "declare const OTHER: number;\n" });
    expect(await places()).toEqual(["src/global.ts:1 type-error"]);
    await write({ "src/globals.d.ts": "declare const SIZE: number;\n" });
    const none = { ...tsconfig, compilerOptions: { ...tsconfig.compilerOptions, wrong: true } };
    await write({ "tsconfig.json": JSON.stringify(none) });
    expect(await places()).toEqual(["tsconfig.json:1 type-error"]);
  });
});

test("our own code is linted again when what it calls returns a promise now", async () => {
  const places = () => placesOf(() => lintOwnCode(root));
  expect(await places()).toEqual([]);
  await write({ "src/start.ts": start("Promise<void>") });
  expect(await places()).toEqual(["src/run.ts:3 floating-promise"]);
  await write({ "src/start.ts": start("void") });
  expect(await places()).toEqual([]);
});

test(
  "a file that is not formatted is said so until it is, and when the format is another",
  { timeout: 120_000 },
  async () => {
    const places = () => placesOf(() => checkFormat(root));
    await write({ "src/limit.ts": "export const limit   =5\n" });
    expect(await places()).toEqual(["src/limit.ts:1 format"]);
    const said = (await checkFormat(root)).map(formatIssue).join("\n");
    await expect(`${said}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, "expected.txt"));
    await write({ "src/limit.ts": "// Broken.\nexport const limit = ;\n" });
    expect(await places()).toEqual(["src/limit.ts:2 format"]);
    await write({ "src/limit.ts": limit("5") });
    expect(await places()).toEqual([]);
    await write({ ".prettierrc.json": '{ "semi": false }' });
    expect(await places()).toContain("src/limit.ts:1 format");
  },
);
