import { readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { buildRealSite, hashFolder, layOutRealSite, writeNavigation } from "./real-site.ts";

const fixtures = path.join(import.meta.dirname, "..", "samples", "fixtures", "rejects");
const expected = await Promise.all(
  (await readdir(path.join(fixtures, "expected")))
    .sort()
    .map((file) => readFile(path.join(fixtures, "expected", file), "utf8")),
);

describe("a build of broken content", () => {
  test("fails, says everything that is wrong at its place, and writes nothing", async () => {
    const root = await layOutRealSite("broken", path.join(fixtures, "content"));
    const { code, output } = await buildRealSite(root);

    expect(code, output).toBe(1);
    // A folder of fixtures may expect several errors, which other files' errors stand between.
    const issues = expected.flatMap((text) => text.trimEnd().split(/\n(?=[a-z-]+ {2}content\/)/));
    expect(issues.filter((issue) => !output.includes(`${issue}\n`))).toEqual([]);
    expect(issues.length).toBeGreaterThan(expected.length);
    expect(output).toContain(`\n${issues.length} errors\n`);
    expect(output).toContain(
      await readFile(path.join(import.meta.dirname, "build-failed.txt"), "utf8"),
    );
    expect(await hashFolder(path.join(root, "dist"))).toEqual({});
  });

  test("succeeds as soon as the broken files are gone", async () => {
    const root = await layOutRealSite("mended", path.join(fixtures, "content"));
    const broken = expected
      .flatMap((text) => [...text.matchAll(/^[a-z-]+ {2}(content\/\S+?):\d+:\d+$/gm)])
      .map(([, file = ""]) => file);
    for (const file of new Set(broken)) {
      await rm(path.join(root, file));
      // What was recorded of a sample goes with it.
      const receipt = file.replace("/samples/", "/receipts/").replace(/\.ts$/, ".json");
      await rm(path.join(root, receipt), { force: true });
    }
    const pages = (await readdir(path.join(root, "content/docs"), { recursive: true })).filter(
      (page) => page.endsWith("broken.mdx"),
    );
    // Their broken sample is gone, and with it what they show.
    for (const page of pages) await rm(path.join(root, "content/docs", page));
    await writeNavigation(root);

    const { code, output } = await buildRealSite(root);
    expect(code, output).toBe(0);
    const built = Object.keys(await hashFolder(path.join(root, "dist")));
    const good = built.filter((file) => /^(?!samples\/).*\/good\/index\.html$/.test(file));
    expect(good).toHaveLength(expected.length);
  });
});
