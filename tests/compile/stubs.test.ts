import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { beforeEach, expect, test } from "vitest";
import { formatIssue } from "../../src/report/terminal.ts";
import { checkSite } from "../../src/check/index.ts";
import { generateStubs } from "../../src/compile/stubs.ts";
import { layOutSite, project, writeContent } from "../sites/lay-out-site.ts";

const proto = `syntax = "proto3";
package shop.v1;

message Order {
  string order_id = 1;
}

service OrderService {
  rpc FollowOrders(Order) returns (stream Order);
}
`;
const sample = `// Uses the stubs.
import { OrderServiceClient, type Order } from "../gen/shop/v1/orders.ts";

export const order: Order = { orderId: "o-001" };
export const open = OrderServiceClient;
`;

let root: string;
const stubs = () => path.join(root, "content/samples/gen/shop/v1/orders.ts");

beforeEach(async () => {
  const configuration = (file: string) =>
    readFile(path.join(project, "content/samples", file), "utf8");
  root = await layOutSite("stubs", {
    "samples/buf.yaml": await configuration("buf.yaml"),
    "samples/buf.gen.yaml": await configuration("buf.gen.yaml"),
    "samples/shop/v1/orders.proto": `// A contract.\n${proto}`,
    "samples/orders/open.ts": sample,
  });
  expect((await checkSite(root)).issues).toEqual([]);
});

test("stubs are generated again when the contract has changed, or they have, and else not", async () => {
  expect(await generateStubs(root)).toEqual({ generated: false });

  await writeContent(root, {
    "samples/shop/v1/orders.proto": `// A contract.\n${proto.replace("order_id", "order_number")}`,
  });
  expect(await generateStubs(root)).toEqual({ generated: true });
  expect(await readFile(stubs(), "utf8")).toContain("orderNumber");

  await writeContent(root, { "samples/gen/shop/v1/orders.ts": "// By hand.\n" });
  expect(await generateStubs(root)).toEqual({ generated: true });

  await rm(path.join(root, "content/samples/gen"), { recursive: true });
  expect(await generateStubs(root)).toEqual({ generated: true });
  expect(await generateStubs(root)).toEqual({ generated: false });
});

test("a changed contract shows in the samples that use it", async () => {
  await writeContent(root, {
    "samples/shop/v1/orders.proto": `// A contract.\n${proto.replace("order_id", "order_number")}`,
  });
  const { issues } = await checkSite(root);
  expect(issues).toMatchObject([
    { slug: "type-error", file: "content/samples/orders/open.ts", line: 4, code: "TS2353" },
  ]);
});

test("a broken contract is an error at its own line, and leaves the stubs as they were", async () => {
  const before = await readFile(stubs(), "utf8");
  await writeContent(root, {
    "samples/shop/v1/orders.proto": `// A contract.\n${proto.replace("stream Order", "stream Oder")}`,
  });

  const { issues } = await checkSite(root);
  expect(issues.map((issue) => formatIssue(issue).split("\n")[0])).toEqual([
    "proto-error  content/samples/shop/v1/orders.proto:10:43",
  ]);
  expect(issues[0]?.message).toContain("Oder");

  expect(await readFile(stubs(), "utf8")).toBe(before);
  const beside = await readdir(path.join(root, ".cache"));
  expect(beside.filter((name) => name.startsWith("stubs-"))).toEqual([]);

  // An error that nobody has mended is found again.
  expect((await checkSite(root)).issues).toHaveLength(1);
  await writeContent(root, { "samples/shop/v1/orders.proto": `// A contract.\n${proto}` });
  expect((await checkSite(root)).issues).toEqual([]);
});
