import path from "node:path";
import { openCleanList } from "../../cache/clean-list.ts";
import { hashOf } from "../../cache/closure.ts";
import { hashTools } from "../../cache/tools.ts";
import { listFiles } from "../../disk/list-files.ts";
import { readTextIfThere } from "../../disk/read-if-there.ts";

/**
 * Lets Astro write the types into `.astro` that imports of `.astro` files need. This is skipped while the types and
 * their sources are unchanged, because loading Astro takes longer than all other checks.
 */
export async function syncTypes(root: string): Promise<void> {
  const clean = openCleanList(root, "astro-types", "");
  if (clean.has(hashTypes(root))) return;
  const { sync } = await import("astro");
  await sync({ root, logLevel: "error" });
  clean.add(hashTypes(root));
  clean.save();
}

/** A hash of the types and of the files from which Astro makes them. */
function hashTypes(root: string): string {
  const types = listFiles(path.join(root, ".astro")).filter((file) => file.endsWith(".d.ts"));
  return hashOf([
    hashTools(root, ["cache", "integration.ts"], ["astro.config.mjs", "tsconfig.json"]),
    ...types.flatMap((file) => [file, readTextIfThere(path.join(root, ".astro", file)) ?? ""]),
  ]);
}
