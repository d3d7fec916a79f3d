import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { CHECK_CACHE, openCleanList } from "../../src/cache/clean-list.ts";

let root: string;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), "clean-list-"));
});
afterEach(() => rm(root, { recursive: true }));

const file = () => path.join(root, CHECK_CACHE, "tool.json");
const open = (tools = "1.0") => openCleanList(root, "tool", tools);
function remember(...keys: readonly string[]): void {
  const list = open();
  for (const key of keys) list.add(key);
  list.save();
}

test("what was clean is known to the next run, with the same tools only", () => {
  remember("a");
  expect(open().has("a")).toBe(true);
  expect(open().has("b")).toBe(false);
  expect(open().has(undefined)).toBe(false);
  expect(open("2.0").has("a")).toBe(false);
});

test("what nobody asks for any more is forgotten", () => {
  remember("a", "b");
  const list = open();
  list.has("a");
  list.save();
  expect(open().has("b")).toBe(false);
  expect(open().has("a")).toBe(true);
});

test.each(["", "{", "[]", '{"tools":"1.0","clean":{"a":true}}', '{"tools":"1.0"}'])(
  "a file that holds %j is ignored, and written anew",
  async (text) => {
    remember("a");
    await writeFile(file(), text);
    expect(open().has("a")).toBe(false);
    remember("a");
    expect(open().has("a")).toBe(true);
    expect(JSON.parse(await readFile(file(), "utf8"))).toEqual({ tools: "1.0", clean: ["a"] });
  },
);
