import { mkdtemp, mkdir, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { searchDevMiddleware } from "../../src/search/dev-index.ts";

let root = "";
let server: Server | undefined;

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), "search-dev-"));
  await writeFile(path.join(root, "secret.txt"), "secret");
  const middleware = searchDevMiddleware(root);
  server = createServer((request, response) => {
    middleware(request, response, () => response.end("next"));
  });
  await new Promise<void>((resolve) => server?.listen(0, "127.0.0.1", resolve));
});

afterAll(async () => {
  server?.close();
  await rm(root, { recursive: true, force: true });
});

const get = async (
  target: string,
): Promise<{ status: number; type: string | null; text: string }> => {
  const address = server?.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const response = await fetch(`http://127.0.0.1:${port}${target}`);
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    text: await response.text(),
  };
};

test("without a build it says how the index is made", async () => {
  const { status, text } = await get("/search/index/entry.txt");
  expect(status).toBe(404);
  expect(text).toBe("The search index is made by a build: npm run build\n");
});

test("with a build it serves that one’s index, whatever its time", async () => {
  await mkdir(path.join(root, "dist/search/index"), { recursive: true });
  await writeFile(path.join(root, "dist/search/index/entry.txt"), "{}");
  const answer = await get("/search/index/entry.txt?ts=1");
  expect(answer).toEqual({
    status: 200,
    type: "text/plain; charset=utf-8",
    text: "{}",
  });
});

test("the terms of the glossary come from the build too; the facts do not", async () => {
  await mkdir(path.join(root, "dist/search"), { recursive: true });
  await writeFile(path.join(root, "dist/search/terms.txt"), "terms");
  expect((await get("/search/terms.txt?ts=1")).text).toBe("terms");
  expect((await get("/search/facts.txt")).text).toBe("next");
});

test("all else is left to the dev server", async () => {
  expect((await get("/streaming-modes/")).text).toBe("next");
});

test("nothing outside the index can be read", async () => {
  expect((await get("/search/index/..%2f..%2f..%2fsecret.txt")).status).toBe(404);
});
