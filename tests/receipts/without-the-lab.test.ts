import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { project } from "../sites/lay-out-site.ts";

const SITE = ["pages", "components", "docs", "code", "layouts", "search", "receipts", "samples"];
const fromLab = /(?:from|import)\s*\(?\s*["'][^"']*\blab\//;

test("the site is built from receipts: nothing of it imports the lab", () => {
  const files = SITE.flatMap((folder) =>
    globSync("**/*.{ts,astro}", { cwd: path.join(project, "src", folder) }).map((file) =>
      path.join("src", folder, file),
    ),
  );
  expect(new Set(files.map((file) => file.split(path.sep)[1]))).toEqual(new Set(SITE));
  const importing = files.filter((file) =>
    fromLab.test(readFileSync(path.join(project, file), "utf8")),
  );
  expect(importing).toEqual([]);
});

test("such an import would be seen", () => {
  expect(fromLab.test('import type { Scenario } from "../lab/scenario.ts";')).toBe(true);
  expect(fromLab.test('const lab = await import("../../lab/run.ts");')).toBe(true);
});
