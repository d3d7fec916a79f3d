import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkContent, type CheckedContent } from "../../src/check/check-content.ts";
import { openSite } from "../../src/check/index.ts";
import { formatIssue } from "../../src/report/terminal.ts";
import { layOutSite } from "../sites/lay-out-site.ts";
import { writeNavigation } from "../sites/real-site.ts";

/**
 * Every folder below `rejects/content/docs` holds one kind of broken content and a good page beside it. What the check
 * must say of it, place and words, stands in `rejects/expected/<kind>.txt`.
 */
const fixtures = path.join(import.meta.dirname, "fixtures", "rejects");
const kinds = (await readdir(path.join(fixtures, "expected")))
  .map((file) => file.replace(/\.txt$/, ""))
  .sort();

describe("broken content is rejected at its own line", () => {
  let site: CheckedContent;
  beforeAll(async () => {
    const root = await layOutSite("rejects", path.join(fixtures, "content"));
    await writeNavigation(root);
    const open = openSite(root, { lint: true });
    site = await checkContent(root, open).finally(open.close);
  }, 60_000);

  test("every kind has its expected text", async () => {
    expect(await readdir(path.join(fixtures, "content", "docs"))).toEqual(kinds);
  });

  test.each(kinds)("%s", async (kind) => {
    const found = site.issues.filter((issue) => issue.file.split("/")[2] === kind).map(formatIssue);
    expect(`${found.join("\n")}\n`).toBe(
      await readFile(path.join(fixtures, "expected", `${kind}.txt`), "utf8"),
    );
  });

  test("the good pages beside them pass, and show their blocks", () => {
    const good = [...site.blocks].filter(([page]) => page.endsWith("/good.mdx"));
    expect(site.issues.filter((issue) => /\/(?:good|titled)\.\w+$/.test(issue.file))).toEqual([]);
    expect(good).toHaveLength(kinds.length);
    expect(good.flatMap(([, blocks]) => blocks).length).toBeGreaterThan(30);
  });

  test("nothing else is reported", () => {
    expect(site.issues.filter((issue) => !kinds.includes(issue.file.split("/")[2] ?? ""))).toEqual(
      [],
    );
  });
});
