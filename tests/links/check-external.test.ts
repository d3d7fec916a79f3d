import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkExternal } from "../../src/links/check-external.ts";
import { formatIssue } from "../../src/report/terminal.ts";

let asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.statusCode = request.url === "/there" ? 200 : 404;
  response.end('<h2 id="one">One</h2><a name="two"></a><h2 id="user-content-three"></h2>');
});
let base = "";
beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const linksTo = (...urls: string[]) =>
  urls.map((url, index) => ({ url, file: "content/docs/page.mdx", line: index + 1, column: 3 }));

test("a document is asked for once, and its anchors are looked up in it", async () => {
  asked = [];
  const { issues } = await checkExternal(
    linksTo(
      `${base}/there`,
      `${base}/there#one`,
      `${base}/there#two`,
      `${base}/there#three`,
      `${base}/there#L4`,
    ),
  );
  expect(issues).toEqual([]);
  expect(asked).toEqual(["/there"]);
});

test("a missing document and a missing anchor are issues where they are written", async () => {
  const { issues } = await checkExternal(linksTo(`${base}/gone#one`, `${base}/there#four`));
  const said = issues.map(formatIssue).join("\n").replaceAll(base, "https://docs.example");
  await expect(`${said}\n`).toMatchFileSnapshot(path.join(import.meta.dirname, "expected.txt"));
});

test("without a network nothing is claimed", async () => {
  const closed = createServer().listen(0, "127.0.0.1");
  await once(closed, "listening");
  const { port } = closed.address() as AddressInfo;
  closed.close();
  const url = `http://127.0.0.1:${port}/`;
  const { issues, asked: count, skipped } = await checkExternal(linksTo(url));
  expect({ issues, count }).toEqual({ issues: [], count: 0 });
  expect(skipped).toContain("ECONNREFUSED");
});
