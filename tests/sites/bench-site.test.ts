import { rm } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { generatePages } from "../../src/bench/generate.ts";
import { layOutOurSite } from "../../src/bench/site.ts";
import { checkContent } from "../../src/check/check-content.ts";
import { openSite } from "../../src/check/index.ts";

const root = path.join(import.meta.dirname, "..", "..");

test("the site that `npm run bench` generates has no issue, also where a page shows files of two folders", async () => {
  // Below the repository, since the site finds its packages in the folders above it.
  const site = path.join(root, ".cache", "sites", "bench");
  try {
    await layOutOurSite(root, site, generatePages(34, 102), 102);
    const open = openSite(site, { lint: false });
    const { issues, blocks } = await checkContent(site, open).finally(open.close);
    expect(issues).toEqual([]);
    expect([...blocks.values()].flat()).toHaveLength(34 * 4);
  } finally {
    await rm(site, { recursive: true, force: true });
  }
});
