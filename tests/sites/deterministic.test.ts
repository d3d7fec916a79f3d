import { execFileSync } from "node:child_process";
import { existsSync, symlinkSync } from "node:fs";
import { cp } from "node:fs/promises";
import path from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../commands/temporary-folder.ts";
import { isWhole } from "../whole.ts";
import { builtSite } from "./built-site.ts";
import { project } from "./lay-out-site.ts";
import { buildRealSite, hashFolder } from "./real-site.ts";

/** What a clone of the project as it is now would hold: no caches, no stubs, nothing built. */
function listSources(): string[] {
  const options = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = execFileSync("git", options, { cwd: project, encoding: "utf8" }).split("\0");
  // One that was deleted and not yet committed is still listed.
  return listed.filter((file) => file !== "" && existsSync(path.join(project, file)));
}

/** Builds a copy of the project in a folder below a new one, and returns where. */
async function buildCopy(folder: string, env: NodeJS.ProcessEnv = {}): Promise<string> {
  const root = path.join(makeFolder({}), folder);
  for (const file of listSources()) await cp(path.join(project, file), path.join(root, file));
  symlinkSync(path.join(project, "node_modules"), path.join(root, "node_modules"), "junction");
  const { code, output } = await buildRealSite(root, env);
  expect(code, output).toBe(0);
  return root;
}

test("the same source gives the same bytes, wherever it is built", async () => {
  // The site that was built here, in this folder; and one far from it, elsewhere in the world.
  const files = await hashFolder(builtSite);
  expect(Object.keys(files)).toContain("search/index/entry.txt");
  const two = await buildCopy("a-folder/with-a-longer-name", {
    TZ: "Pacific/Auckland",
    LC_ALL: "de_DE.UTF-8",
  });
  expect(await hashFolder(path.join(two, "dist"))).toEqual(files);
  if (!isWhole) return;

  // Again in the same folder: what a build remembers changes nothing.
  const { code, output } = await buildRealSite(two);
  expect(code, output).toBe(0);
  expect(await hashFolder(path.join(two, "dist"))).toEqual(files);
});
