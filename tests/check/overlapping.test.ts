import { readFile } from "node:fs/promises";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { openSite, type OpenSite } from "../../src/check/index.ts";
import { inTurn, keepChecked } from "../../src/check/keep-checked.ts";
import { layOutSite, project, writeContent } from "../sites/lay-out-site.ts";

let site: OpenSite | undefined;
afterEach(() => site?.close());

const contract = (field: string) =>
  `// Orders.\nsyntax = "proto3";\npackage shop.v1;\n\nmessage Order {\n  string ${field} = 1;\n}\n`;
const sample = `// An order.
import type { Order } from "../gen/shop/v1/orders.ts";

export const idOf = (order: Order): string => order.orderId;
`;

test("checks that overlap, with a contract that changes in between, come one after the other", async () => {
  const configuration = (file: string) =>
    readFile(path.join(project, "content", "samples", file), "utf8");
  const root = await layOutSite("overlapping", {
    "samples/buf.yaml": await configuration("buf.yaml"),
    "samples/buf.gen.yaml": await configuration("buf.gen.yaml"),
    "samples/shop/v1/orders.proto": contract("order_id"),
    "samples/shop/id.ts": sample,
  });
  const open = openSite(root, { lint: false });
  site = open;
  expect((await open.check()).issues).toEqual([]);
  const first = open.check();
  await writeContent(root, { "samples/shop/v1/orders.proto": contract("order_number") });
  const second = open.check();
  const third = open.check();
  // What the first one saw depends on when it came to the file.
  await first;
  const places = (await Promise.all([second, third])).map(({ issues }) =>
    issues.map(({ slug, file, line }) => `${slug} ${file}:${line}`),
  );
  const renamed = ["type-error content/samples/shop/id.ts:4"];
  expect(places).toEqual([renamed, renamed]);
});

test("work in turn never runs twice at once, also after a failure", async () => {
  let running = 0;
  let most = 0;
  let calls = 0;
  const work = inTurn(async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise(setImmediate);
    running -= 1;
    calls += 1;
    if (calls === 1) throw new Error("first");
    return calls;
  });
  const results = await Promise.allSettled([work(), work(), work()]);
  expect(results.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  expect(most).toBe(1);
});

test("a check is kept until something changes, and not when it failed", async () => {
  let made = 0;
  const kept = keepChecked(async () => {
    made += 1;
    if (made === 1) throw new Error("no compiler");
    return Promise.resolve(made);
  });
  await expect(kept.current()).rejects.toThrow("no compiler");
  expect(await kept.current()).toBe(2);
  expect(await kept.current()).toBe(2);
  kept.forget();
  const [one, other] = await Promise.all([kept.current(), kept.current()]);
  expect([one, other]).toEqual([3, 3]);
});
