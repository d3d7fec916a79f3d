import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Guard } from "../../lab/processes/guard.ts";

/** For `--keep`: returns a guard that still ends processes, but keeps the folders of runs and prints their paths. */
export function keepFolders(guard: Guard): Guard {
  return {
    ...guard,
    makeFolder: (name) => mkdtempSync(path.join(tmpdir(), `wire-and-log-kept-${name}-`)),
    removeFolder: (folder) => console.log(`kept     ${folder}`),
  };
}
