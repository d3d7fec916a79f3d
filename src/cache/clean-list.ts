import path from "node:path";
import { z } from "astro/zod";
import { readCache, writeCache } from "./cache-file.ts";

/** Where caches of checks lie, from the repository's root. */
export const CHECK_CACHE = ".cache/check";

const schema = z.strictObject({ tools: z.string(), clean: z.array(z.string()) });

/**
 * Inputs in which a tool found nothing wrong. Errors are not remembered, so that every run finds and reports them
 * anew.
 */
export interface CleanList {
  /** Whether the input with this key was clean; always `false` without a key. */
  has(key: string | undefined): boolean;
  /** Remembers that the input with this key is clean. */
  add(key: string | undefined): void;
  /** Writes the keys that were asked for or added since the list was opened, and forgets all others. */
  save(): void;
}

/**
 * Opens the list `name` of the site below `root`.
 *
 * @param tools a hash of everything else that the answers depend on; a list written with another hash counts as empty
 */
export function openCleanList(root: string, name: string, tools: string): CleanList {
  const file = path.join(root, CHECK_CACHE, `${name}.json`);
  const read = readCache(file, schema);
  const known = new Set(read?.tools === tools ? read.clean : []);
  const used = new Set<string>();
  return {
    has(key) {
      if (key === undefined || !known.has(key)) return false;
      used.add(key);
      return true;
    },
    add(key) {
      if (key !== undefined) used.add(key);
    },
    save() {
      const isSame = used.size === known.size && used.isSubsetOf(known);
      if (!isSame) writeCache(file, { tools, clean: [...used].sort() });
    },
  };
}
