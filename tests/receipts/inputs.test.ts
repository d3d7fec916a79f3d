import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { hashInputs, NODE_MAJOR, type HashedSample } from "../../src/receipts/inputs.ts";
import { makeFolder } from "../commands/temporary-folder.ts";
import { project } from "../sites/lay-out-site.ts";

const push: HashedSample = {
  path: "delivery/push.ts",
  text: "// Pushes.",
  neighbours: ["delivery/window.ts"],
  packages: { "@grpc/grpc-js": "1.14.7" },
};
const others: HashedSample[] = [
  { path: "delivery/window.ts", text: "// A window.", neighbours: [], packages: {} },
  {
    path: "shop/warehouse.ts",
    text: "// The Warehouse.",
    neighbours: ["shop/book.ts"],
    packages: { book: "1.0.0" },
  },
  { path: "shop/book.ts", text: "// A book.", neighbours: [], packages: {} },
  { path: "shop/unrelated.ts", text: "// Something else.", neighbours: [], packages: {} },
];
const samples = [push, ...others];
const files = {
  "content/samples/delivery/push.scenario.ts": `import type { Scenario } from "../../../src/lab/scenario.ts";
import { counts } from "./counts.scenario-parts.ts";
export default { programs: { orders: { file: "push.ts" } }, counts };`,
  "content/samples/delivery/counts.scenario-parts.ts": `import { more } from "./more.scenario-parts.ts";
export const warehouse = { file: "../shop/warehouse.ts" };`,
  "content/samples/delivery/more.scenario-parts.ts": "export const more = 1;",
};
const hash = (of = push, all = samples, on: Readonly<Record<string, string>> = files): string =>
  hashInputs(makeFolder(on), of, all);
/** The samples, one of them changed. */
const changed = (file: string, changes: Partial<HashedSample>): HashedSample[] =>
  samples.map((sample) => (sample.path === file ? { ...sample, ...changes } : sample));

test("is a SHA-256 that stays the same, in whatever order samples come", () => {
  expect(hash()).toMatch(/^[0-9a-f]{64}$/);
  expect(hash(push, samples.toReversed())).toBe(hash());
});

test.each([
  ["its own text", "delivery/push.ts", { text: "// Pushes now." }],
  ["the version of a package", "delivery/push.ts", { packages: { "@grpc/grpc-js": "1.14.8" } }],
  ["the text of a neighbour", "delivery/window.ts", { text: "// A wider window." }],
  ["a program that its scenario starts", "shop/warehouse.ts", { text: "// Another." }],
  ["what that program needs", "shop/book.ts", { text: "// Another book." }],
  ["the packages of that program", "shop/warehouse.ts", { packages: { book: "1.0.1" } }],
])("changes with %s", (_, file, changes) => {
  const all = changed(file, changes);
  const own = all.find((sample) => sample.path === push.path) ?? push;
  expect(hash(own, all)).not.toBe(hash());
});

test("does not change with a sample that has no part in the run", () => {
  expect(hash(push, changed("shop/unrelated.ts", { text: "// Another." }))).toBe(hash());
});

test.each(Object.keys(files))("changes with %s", (file) => {
  const edited = { ...files, [file]: `${files[file as keyof typeof files]}\n// More.` };
  expect(hash(push, samples, edited)).not.toBe(hash());
});

test("changes when a scenario comes", () => {
  expect(hash(push, samples, {})).not.toBe(hash());
});

describe("a scenario that asks for a release of Kafka", () => {
  const name = "content/samples/delivery/push.scenario.ts";
  const asking = (release: string): typeof files => ({
    ...files,
    [name]: files[name].replace(", counts }", `, counts, brokers: 1, kafka: "${release}" }`),
  });
  const inJava = [{ ...push, path: "java/main/Push.java" }, ...others];
  const hashOn = (ownKafka: string, on = files, all = samples): string =>
    hashInputs(
      makeFolder(all === inJava ? { "content/samples/java/main/Push.scenario.ts": on[name] } : on),
      all[0] ?? push,
      all,
      ownKafka,
    );

  test("stays fresh when the lab's own Kafka moves, which makes all others stale", () => {
    expect(hashOn("4.5.0", asking("3.9.1"))).toBe(hashOn("4.4.0", asking("3.9.1")));
    expect(hashOn("4.5.0")).not.toBe(hashOn("4.4.0"));
  });

  test("is stale when it asks for another one", () => {
    expect(hash(push, samples, asking("3.9.2"))).not.toBe(hash(push, samples, asking("3.9.1")));
  });

  test("is stale with the lab's own Kafka when its program is in Java, whose client moves too", () => {
    const before = hashOn("4.4.0", asking("3.9.1"), inJava);
    expect(hashOn("4.5.0", asking("3.9.1"), inJava)).not.toBe(before);
  });
});

test("hashes the Node that runs, which is the one that this project pins", () => {
  expect(NODE_MAJOR).toBe(Number(process.versions.node.split(".")[0]));
  const manifest = JSON.parse(readFileSync(path.join(project, "package.json"), "utf8")) as {
    optionalDependencies: Record<string, string>;
  };
  const majors = Object.values(manifest.optionalDependencies).map((it) => parseInt(it, 10));
  expect(new Set(majors)).toEqual(new Set([NODE_MAJOR]));
});
