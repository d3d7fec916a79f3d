import { rm } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openSite, type OpenSite } from "../../src/check/index.ts";
import { layOutSite, writeContent, type Content } from "../sites/lay-out-site.ts";

const page = (code: string) => `Words.\n\n\`\`\`ts\n${code}\n\`\`\`\n`;
const limit = (text: string) => `// A limit.\nexport const LIMIT = ${text};\n`;
const loop = `// A loop.
import { LIMIT } from "./limit.ts";

// #region loop
export function isOver(count: number): boolean {
  return count > LIMIT;
}
// #endregion loop
`;

let root: string;
let site: OpenSite;

beforeEach(async () => {
  root = await layOutSite("incremental", {
    "docs/kafka/fence.mdx": page(
      'import { LIMIT } from "./limit.ts";\n\nconsole.log(LIMIT.toFixed());',
    ),
    "docs/kafka/other.mdx": page('const cursor: string = "1";\nconsole.log(cursor);'),
    "docs/kafka/excerpt.mdx": '<Sample file="loop.ts" region="loop" />\n',
    "samples/kafka/limit.ts": limit("5"),
    "samples/kafka/loop.ts": loop,
  });
  site = openSite(root, { lint: false });
  expect(await places()).toEqual([]);
});
afterEach(() => site.close());

/** Checks again: where something is wrong now. */
async function places(): Promise<string[]> {
  const { issues } = await site.check();
  return issues.map(({ file, line }) => `${file.replace("content/", "")}:${line}`);
}
const write = (content: Content) => writeContent(root, content);

test("a page's new error is seen, and gone when it is mended", async () => {
  await write({ "docs/kafka/other.mdx": page("const cursor: string = 1;\nconsole.log(cursor);") });
  expect(await places()).toEqual(["docs/kafka/other.mdx:4"]);
  expect(await places()).toEqual(["docs/kafka/other.mdx:4"]);
  await write({ "docs/kafka/other.mdx": page('const cursor: string = "1";') });
  expect(await places()).toEqual([]);
});

test("an error that moves is seen where it is now", async () => {
  await write({ "docs/kafka/other.mdx": page("const cursor: string = 1;") });
  expect(await places()).toEqual(["docs/kafka/other.mdx:4"]);
  await write({ "docs/kafka/other.mdx": `One.\n\nTwo.\n\n${page("const cursor: string = 1;")}` });
  expect(await places()).toEqual(["docs/kafka/other.mdx:8"]);
});

test("a changed sample shows in the samples and pages that depend on it", async () => {
  await write({ "samples/kafka/limit.ts": limit('"five"') });
  expect(await places()).toEqual(["docs/kafka/fence.mdx:6", "samples/kafka/loop.ts:6"]);
  await write({ "samples/kafka/limit.ts": limit("6") });
  expect(await places()).toEqual([]);
});

test("a removed sample is missed by those that import it, until it is back", async () => {
  await rm(path.join(root, "content/samples/kafka/limit.ts"));
  expect(await places()).toEqual(["docs/kafka/fence.mdx:4", "samples/kafka/loop.ts:2"]);
  await write({ "samples/kafka/limit.ts": limit("5") });
  expect(await places()).toEqual([]);
});

test("a page that comes and goes takes its errors with it", async () => {
  await write({ "docs/kafka/new.mdx": page("const cursor: string = 1;") });
  expect(await places()).toEqual(["docs/kafka/new.mdx:4"]);
  await rm(path.join(root, "content/docs/kafka/new.mdx"));
  expect(await places()).toEqual([]);
});

test("what a page shows is as new as the sample", async () => {
  await write({ "samples/kafka/loop.ts": loop.replace("count > LIMIT", "count >= LIMIT") });
  const { blocks } = await site.check();
  expect(blocks.get("content/docs/kafka/excerpt.mdx")?.[0]?.code).toContain("count >= LIMIT");
});

test("a warm check finds what a cold one finds", async () => {
  await write({
    "samples/kafka/limit.ts": limit('"five"'),
    "docs/kafka/other.mdx": page("const cursor: string = 1;"),
  });
  const warm = await places();
  const cold = openSite(root, { lint: false });
  try {
    const { issues } = await cold.check();
    expect(issues.map(({ file, line }) => `${file.replace("content/", "")}:${line}`)).toEqual(warm);
    expect(warm).toHaveLength(3);
  } finally {
    cold.close();
  }
});
