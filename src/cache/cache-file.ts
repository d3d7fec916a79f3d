import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { z } from "astro/zod";

/**
 * Reads a cache file. Returns `undefined` when it does not exist, or does not have the form that {@link writeCache}
 * wrote.
 */
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

/**
 * Writes a cache file under a temporary name and renames it, so that a killed process or a second writer never leaves
 * half a file.
 */
export function writeCache(file: string, content: unknown): void {
  const beside = `${file}.${process.pid}`;
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(beside, JSON.stringify(content));
  renameSync(beside, file);
}
