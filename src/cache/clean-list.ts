import path from "node:path";
import { z } from "astro/zod";
import { readCache, writeCache } from "./cache-file.ts";

/** Where caches of checks lie, from the repository's root. */
export const CHECK_CACHE = ".cache/check";

const schema = z.strictObject({ tools: z.string(), clean: z.array(z.string()) });

/** Inputs in which a tool found nothing wrong. What was wrong is not remembered: it is found anew each time. */
export interface CleanList {
  /** Whether the input with this key was clean; never without a key. */
  has(key: string | undefined): boolean;
  /** Remembers that it is clean. */
  add(key: string | undefined): void;
  /** Writes what was asked for or added since the list was opened; all else is forgotten. */
  save(): void;
}

/**
 * Opens the list `name` of the site below `root`.
 *
 * @param tools a hash of what else the answers depend on; a list that was made with another is empty
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
