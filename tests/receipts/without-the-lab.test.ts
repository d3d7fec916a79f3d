import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../../src/disk/list-files.ts";
import { project } from "../sites/lay-out-site.ts";

const source = path.join(project, "src");
/** Rooms that make runs, or are commands: everything else is of the site. */
const MAY = ["lab", "commands", "install"];
const fromLab = /(?:from|import)\s*\(?\s*["'][^"']*\blab\//;

test("the site is built from receipts: nothing of it imports the lab", () => {
  const files = listFiles(source).filter(
    (file) => /\.(?:ts|mjs|astro)$/.test(file) && !MAY.some((room) => file.startsWith(`${room}/`)),
  );
  const importing = files.filter((file) =>
    fromLab.test(readFileSync(path.join(source, file), "utf8")),
  );
  expect(importing).toEqual([]);
  expect(files).toContain("integration.ts");
});

test("the rooms that may are there, and do", () => {
  expect(readdirSync(source)).toEqual(expect.arrayContaining(MAY));
  const verify = readFileSync(path.join(source, "commands", "verify.ts"), "utf8");
  expect(fromLab.test(verify)).toBe(true);
});

test("such an import would be seen", () => {
  expect(fromLab.test('import type { Scenario } from "../lab/scenario.ts";')).toBe(true);
  expect(fromLab.test('const lab = await import("../../lab/run.ts");')).toBe(true);
});
