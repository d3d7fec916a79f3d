import type { FactBook } from "./fact.ts";
import { readFacts } from "./read-facts.ts";

let loading: Promise<FactBook> | undefined;

/** The facts, for Astro's pages; read once a build, in the dev server each time. The commands run in the repository's root. */
export function loadFacts(): Promise<FactBook> {
  if (import.meta.env.DEV) return readFacts(process.cwd());
  loading ??= readFacts(process.cwd());
  return loading;
}
