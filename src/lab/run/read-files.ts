import { existsSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** A program may be writing. */
const PATIENCE_MS = 20_000;

/** Rows of an SQLite file; none while it, or its table, does not exist. */
export function readRows(file: string, query: string): readonly Record<string, unknown>[] {
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE_MS });
  try {
    return database.prepare(query).all();
  } catch (error) {
    // The file is there a moment before its tables are.
    if (error instanceof Error && error.message.startsWith("no such table")) return [];
    throw error;
  } finally {
    database.close();
  }
}

/** Lines of a text file. What is not a whole line yet is none. */
export function readLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
}
