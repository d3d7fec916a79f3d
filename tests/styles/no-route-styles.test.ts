import { readFile } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { ROUTE_STYLES } from "../../src/styles/no-route-styles.ts";

test("Astro still asks for the styles of a route under the ids that the dev server answers", async () => {
  const astro = path.join(import.meta.dirname, "..", "..", "node_modules", "astro", "dist");
  const ids = await readFile(path.join(astro, "vite-plugin-css", "const.js"), "utf8");
  expect(ids).toContain('const RESOLVED_MODULE_DEV_CSS_PREFIX = "\\0" + MODULE_DEV_CSS_PREFIX;');
  expect(ids).toContain(`const MODULE_DEV_CSS_PREFIX = "${ROUTE_STYLES.slice(1)}";`);
});
