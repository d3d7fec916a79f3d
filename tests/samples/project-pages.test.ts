import { expect, test } from "vitest";
import { type Projected, projectFiles } from "../../src/samples/project.ts";

const SERVER = "web/serve.ts";
const PAGE = "browsers/web/page.ts";
const tools = {
  ...{ site: "https://example.org", typescript: "7", typesNode: "24", types: {} },
  ...{ checkNeeds: "", locked: {} },
};
const files = new Map([
  [SERVER, "server"],
  [PAGE, "page"],
]);
const sample = (neighbours: readonly string[]): Projected => ({
  id: "web/serve",
  path: SERVER,
  title: "A page and its server.",
  run: "node serve.ts",
  packages: {},
  neighbours,
  language: "ts",
  output: [],
  partners: [],
});
const read = (project: ReadonlyMap<string, string>, file: string): unknown =>
  JSON.parse(project.get(file) ?? "null");

test("a project with a page checks its script with the DOM's types, and the rest without", () => {
  const project = projectFiles(sample([PAGE]), files, tools);
  expect(read(project, "package.json")).toMatchObject({
    scripts: { check: "tsc && tsc -p browsers" },
  });
  expect(read(project, "tsconfig.json")).toMatchObject({ exclude: ["browsers"] });
  expect(read(project, "browsers/tsconfig.json")).toMatchObject({
    extends: "../tsconfig.json",
    compilerOptions: { types: [] },
  });
});

test("a project without a page has one configuration", () => {
  const project = projectFiles(sample([]), files, tools);
  expect(read(project, "package.json")).toMatchObject({ scripts: { check: "tsc" } });
  expect(project.has("browsers/tsconfig.json")).toBe(false);
});
