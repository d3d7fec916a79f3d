import { existsSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

/** How long to wait while a program writes to the file. */
const PATIENCE_MS = 20_000;

/** Queries an SQLite file; returns no rows while the file or its table does not exist. */
export function readRows(file: string, query: string): readonly Record<string, unknown>[] {
  if (!existsSync(file)) return [];
  const database = new DatabaseSync(file, { readOnly: true, timeout: PATIENCE_MS });
  try {
    return database.prepare(query).all();
  } catch (error) {
    // The file exists a moment before its tables do.
    if (error instanceof Error && error.message.startsWith("no such table")) return [];
    throw error;
  } finally {
    database.close();
  }
}

/** Reads the lines of a text file, without a last line that does not end yet. */
export function readLines(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, "utf8").split("\n").slice(0, -1) : [];
}
