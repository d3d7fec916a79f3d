import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { unzipSync } from "fflate";
import { expect } from "vitest";

/** The files of an archive of one folder: path below that folder → bytes. */
export async function readProject(url: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const response = await fetch(url);
  const entries = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())));
  return new Map(entries.map(([file, bytes]) => [file.slice(file.indexOf("/") + 1), bytes]));
}

/** The folders at the top of an archive. */
export async function readFolders(url: string): Promise<readonly string[]> {
  const response = await fetch(url);
  const files = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())));
  return [...new Set(files.map((file) => file.split("/")[0] ?? ""))];
}

/** Unpacks an archive of one folder; returns that folder. */
export async function unpackProject(url: string, into: string): Promise<string> {
  const response = await fetch(url);
  const entries = Object.entries(unzipSync(new Uint8Array(await response.arrayBuffer())));
  for (const [file, bytes] of entries) {
    await mkdir(path.dirname(path.join(into, file)), { recursive: true });
    await writeFile(path.join(into, file), bytes);
  }
  const folders = new Set(entries.map(([file]) => file.split("/")[0] ?? ""));
  expect(folders.size).toBe(1);
  return path.join(into, ...folders);
}
