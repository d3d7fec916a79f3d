import { readdir } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { checkContent } from "../../src/check/check-content.ts";
import { openSite } from "../../src/check/index.ts";
import { formatIssue } from "../../src/report/terminal.ts";
import { layOutSite } from "../sites/lay-out-site.ts";

/** Each folder is a site of its own, for what is wrong with a site as a whole; all that is wrong stands in its `expected.txt`. */
const fixtures = path.join(import.meta.dirname, "fixtures");

test.each(await readdir(fixtures))(
  "all that is wrong with the site %s is said, word for word",
  async (name) => {
    const root = await layOutSite(`whole-${name}`, path.join(fixtures, name, "content"));
    const open = openSite(root, { lint: false });
    const { issues } = await checkContent(root, open).finally(open.close);
    await expect(`${issues.map(formatIssue).join("\n")}\n`).toMatchFileSnapshot(
      path.join(fixtures, name, "expected.txt"),
    );
  },
);
