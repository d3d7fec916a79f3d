import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { z } from "astro/zod";

/** What a cache file holds; `undefined` when it is not there, or is not what {@link writeCache} wrote. */
export function readCache<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.output<Schema> | undefined {
  try {
    return schema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
  } catch {
    return undefined;
  }
}

/** Writes a cache file beside and swaps it in: a process that is killed, or writes at the same time, leaves a whole one. */
export function writeCache(file: string, content: unknown): void {
  const beside = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(beside, JSON.stringify(content));
  renameSync(beside, file);
}
