import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { CHECK_CACHE } from "../../src/cache/clean-list.ts";
import { checkSite } from "../../src/check/index.ts";
import { layOutSite, writeContent, type Content } from "../sites/lay-out-site.ts";

const limit = (text: string) => `// A limit.\nexport const LIMIT = ${text};\n`;
const job = (returns: string) =>
  `// A job.\nexport function start(): ${returns} {\n  return undefined;\n}\n`;

let root: string;
beforeEach(async () => {
  root = await layOutSite("remembered", {
    "docs/kafka/excerpt.mdx": '<Sample file="loop.ts" region="loop" />\n',
    "docs/kafka/fence.mdx": 'Words.\n\n```ts\nimport { start } from "./job.ts";\n\nstart();\n```\n',
    "docs/kafka/wrong.mdx": "```ts expect=TS2322\nexport const text: string = 5;\n```\n",
    "samples/kafka/limit.ts": limit("5"),
    "samples/kafka/middle.ts": '// Between.\nexport { LIMIT } from "./limit.ts";\n',
    "samples/kafka/loop.ts": `// A loop.
import { LIMIT } from "./middle.ts";

// #region loop
export function isOver(count: number): boolean {
  return count > LIMIT;
}
// #endregion loop
`,
    "samples/kafka/job.ts": job("undefined"),
  });
  expect(await places()).toEqual([]);
});

const write = (content: Content) => writeContent(root, content);
/** Checks in a site opened anew, as the next process does: where something is wrong now. */
async function places(): Promise<string[]> {
  const { issues } = await checkSite(root);
  return issues.map(({ file, line, slug }) => `${file.replace("content/", "")}:${line} ${slug}`);
}
const cold = async (): Promise<string[]> => {
  await rm(path.join(root, CHECK_CACHE), { recursive: true });
  return places();
};

describe("what an earlier process has found", () => {
  test("is all that is shown again", async () => {
    const warm = await checkSite(root);
    await rm(path.join(root, CHECK_CACHE), { recursive: true });
    const fresh = await checkSite(root);
    expect(warm).toEqual(fresh);
    expect(warm.blocks.get("content/docs/kafka/wrong.mdx")?.[0]?.errors).toMatchObject([
      { code: "TS2322" },
    ]);
  });

  test("is an error as long as it is there", async () => {
    await write({ "samples/kafka/limit.ts": limit("wrong") });
    const found = await places();
    expect(found).toEqual(["samples/kafka/limit.ts:2 type-error"]);
    expect(await places()).toEqual(found);
    expect(await cold()).toEqual(found);
    await write({ "samples/kafka/limit.ts": limit("5") });
    expect(await places()).toEqual([]);
  });

  test("is not believed of a module whose import's import has changed", async () => {
    await write({ "samples/kafka/limit.ts": limit('"five"') });
    const found = await places();
    expect(found).toEqual(["samples/kafka/loop.ts:6 type-error"]);
    expect(await places()).toEqual(found);
    expect(await cold()).toEqual(found);
  });

  test("is linted again when what it calls returns a promise now", async () => {
    const later = job("Promise<void>").replace("return undefined", "return Promise.resolve()");
    await write({ "samples/kafka/job.ts": later });
    const found = await places();
    expect(found).toEqual(["docs/kafka/fence.mdx:6 floating-promise"]);
    expect(await places()).toEqual(found);
    expect(await cold()).toEqual(found);
  });

  test("is not believed after a module declared something for all others", async () => {
    const uses = "// Uses a global.\nexport const twice = SHARED * 2;\n";
    const declares = "// Declares it.\nexport {};\ndeclare global {\n  const SHARED: number;\n}\n";
    await write({ "samples/kafka/uses.ts": uses, "samples/kafka/declares.ts": declares });
    expect(await places()).toEqual(["samples/kafka/declares.ts:3 ambient-declaration"]);
    await write({ "samples/kafka/declares.ts": "// Declares nothing.\nexport {};\n" });
    expect(await places()).toEqual(["samples/kafka/uses.ts:2 type-error"]);
  });

  test("is not believed when the options are others", async () => {
    const file = path.join(root, "content/samples/tsconfig.json");
    await write({ "samples/kafka/one.ts": '// One.\nexport const one: string = ["1"][0];\n' });
    expect(await places()).toEqual(["samples/kafka/one.ts:2 type-error"]);
    const options = await readFile(file, "utf8");
    await writeFile(file, options.replace('"noUncheckedIndexedAccess": true,', ""));
    expect(await places()).toEqual(["samples/tsconfig.json:2 bad-configuration"]);
    await writeFile(file, options);
    expect(await places()).toEqual(["samples/kafka/one.ts:2 type-error"]);
  });

  test("is ignored when its file is damaged", async () => {
    await write({ "samples/kafka/limit.ts": limit("wrong") });
    const found = await places();
    const folder = path.join(root, CHECK_CACHE);
    const files = await readdir(folder);
    expect(files).toEqual(["compiled.json", "linted-samples.json", "no-commonjs.json"]);
    for (const damage of ["", "{", "{}", '"words"']) {
      for (const file of files) await writeFile(path.join(folder, file), damage);
      expect(await places()).toEqual(found);
    }
  });
});
