import { createServer } from "node:net";
import { networkInterfaces } from "node:os";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { startServer } from "../../src/serve/serve.ts";
import { ask } from "./ask.ts";
import { makeFolder, writeFiles } from "../commands/temporary-folder.ts";

const page = `<!doctype html><title>Home</title>${"<p>Same words again.</p>".repeat(50)}`;
const files = {
  "index.html": page,
  "404.html": "<!doctype html><title>Not here</title>",
  "samples/index.html": "<title>Samples</title>",
  "samples/follow-orders.ts": "export const follow = 1;\n",
  "search/index.bin": "\u0000".repeat(5_000),
  _headers: "/*\n  Content-Security-Policy: default-src 'none'\n/samples/*\n  X-Kind: sample\n",
};

async function serve(tree: Readonly<Record<string, string>> = files) {
  const directory = makeFolder(tree);
  const server = await startServer({ directory, host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  return { directory, port: server.port };
}

test("a page comes in the best encoding that the client accepts", async () => {
  const { port } = await serve();
  const plain = await ask(port, "/");
  expect(plain.status).toBe(200);
  expect(plain.headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(plain.headers["content-encoding"]).toBeUndefined();
  expect(plain.body.toString()).toBe(page);

  const brotli = await ask(port, "/", { "accept-encoding": "gzip, deflate, br, zstd" });
  expect(brotli.headers["content-encoding"]).toBe("br");
  expect(brotli.headers["content-length"]).toBe(String(brotli.body.length));
  expect(brotli.body.length).toBeLessThan(page.length / 4);
  expect(brotliDecompressSync(brotli.body).toString()).toBe(page);

  const gzip = await ask(port, "/", { "accept-encoding": "gzip, br;q=0" });
  expect(gzip.headers["content-encoding"]).toBe("gzip");
  expect(gunzipSync(gzip.body).toString()).toBe(page);
  for (const reply of [plain, brotli, gzip]) expect(reply.headers.vary).toBe("Accept-Encoding");
});

test("a file that is no text is not compressed", async () => {
  const { port } = await serve();
  const reply = await ask(port, "/search/index.bin", { "accept-encoding": "br" });
  expect(reply.headers["content-encoding"]).toBeUndefined();
  expect(reply.body.length).toBe(5_000);
});

test("a sample is text to a browser, not a video", async () => {
  const { port } = await serve();
  const reply = await ask(port, "/samples/follow-orders.ts");
  expect(reply.headers["content-type"]).toBe("text/plain; charset=utf-8");
});

test("the build's _headers are applied by path, and are no page themselves", async () => {
  const { port } = await serve();
  const home = await ask(port, "/");
  expect(home.headers["content-security-policy"]).toBe("default-src 'none'");
  expect(home.headers["x-kind"]).toBeUndefined();
  expect((await ask(port, "/samples/")).headers["x-kind"]).toBe("sample");
  expect((await ask(port, "/nothing")).headers["content-security-policy"]).toBeDefined();
  expect((await ask(port, "/_headers")).status).toBe(404);
});

test("what is not there is 404.html with status 404", async () => {
  const { port } = await serve();
  for (const path of ["/nothing", "/nothing/", "/samples/follow-orders.ts/", "/%zz", "/search/"]) {
    const reply = await ask(port, path);
    expect(reply.status, path).toBe(404);
    expect(reply.body.toString(), path).toContain("Not here");
  }
});

test("without a 404.html the answer is still 404", async () => {
  const { port } = await serve({ "index.html": "home" });
  const reply = await ask(port, "/nothing");
  expect([reply.status, reply.body.toString()]).toEqual([404, "Not found\n"]);
});

test("a folder without its trailing slash is moved for good, query kept", async () => {
  const { port } = await serve();
  const reply = await ask(port, "/samples?kind=grpc");
  expect(reply.status).toBe(301);
  expect(reply.headers.location).toBe("/samples/?kind=grpc");
});

test("a doubled slash never leads to another host", async () => {
  const { port } = await serve();
  for (const path of ["//samples", "/\\samples", "/%2f/samples"]) {
    const reply = await ask(port, path);
    expect([reply.status, reply.headers.location], path).toEqual([404, undefined]);
  }
});

test("no path leads out of the folder", async () => {
  const outer = makeFolder({ "secret.txt": "secret", "site/index.html": "home" });
  const server = await startServer({ directory: `${outer}/site`, host: "127.0.0.1", port: 0 });
  onTestFinished(() => server.close());
  for (const path of [
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/x/../../secret.txt",
    "/index.html%00.txt",
    `/${outer}/secret.txt`,
  ]) {
    const reply = await ask(server.port, path);
    expect(reply.status, path).toBe(404);
    expect(reply.body.toString(), path).not.toContain("secret");
  }
});

test("an unchanged page is 304, in the encoding that the client has", async () => {
  const { port, directory } = await serve();
  const accept = { "accept-encoding": "br" };
  const first = await ask(port, "/", accept);
  const etag = first.headers.etag ?? "";
  const again = await ask(port, "/", { ...accept, "if-none-match": `"other", W/${etag}` });
  expect([again.status, again.body.length, again.headers.etag]).toEqual([304, 0, etag]);
  expect((await ask(port, "/", { "if-none-match": etag })).status).toBe(200);

  writeFiles(directory, { "index.html": "<title>Changed</title>" });
  const changed = await ask(port, "/", { ...accept, "if-none-match": etag });
  expect(changed.status).toBe(200);
  expect(brotliDecompressSync(changed.body).toString()).toBe("<title>Changed</title>");
});

test("HEAD answers like GET, without the body", async () => {
  const { port } = await serve();
  const accept = { "accept-encoding": "br" };
  const get = await ask(port, "/", accept);
  const head = await ask(port, "/", accept, "HEAD");
  expect(head.body.length).toBe(0);
  const { date: _, ...rest } = head.headers;
  expect(get.headers).toMatchObject(rest);
  expect(head.headers["content-length"]).toBe(get.headers["content-length"]);
});

test("other methods are refused", async () => {
  const { port } = await serve();
  const reply = await ask(port, "/", {}, "POST");
  expect([reply.status, reply.headers.allow]).toEqual([405, "GET, HEAD"]);
});

// A container may have no IPv6.
const loopback = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ address }) => ["127.0.0.1", "::1"].includes(address))
  .map(({ address }) => address);

test.each(loopback)("a port taken on %s is said by number", async (host) => {
  const other = createServer().listen(0, host);
  await new Promise((resolve) => other.once("listening", resolve));
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;

  const start = startServer({ directory: makeFolder({}), host: "127.0.0.1", port });
  await expect(start).rejects.toMatchObject({
    slug: "port-taken",
    message: expect.stringMatching(new RegExp(`Port ${port} is taken[^]*PORT=${port + 1}`)),
  });
});
