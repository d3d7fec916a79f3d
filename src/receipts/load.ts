import { readFileSync } from "node:fs";
import path from "node:path";
import { readReceipts, RECEIPTS_FOLDER } from "./read-receipts.ts";
import type { Receipt, WireLine } from "./receipt.ts";
import { parseWireFile } from "./wire-file.ts";

let loading: Promise<ReadonlyMap<string, Receipt>> | undefined;

/**
 * The receipts by sample id, for Astro's pages; read once a build, in the dev server each time. One that is broken is
 * left out: the check has said so.
 */
export function loadReceipts(): Promise<ReadonlyMap<string, Receipt>> {
  if (import.meta.env.DEV) return load();
  loading ??= load();
  return loading;
}

/** What crossed the wire in run `run` of a receipt; `undefined` when it was not kept. */
export function loadWire(receipt: Receipt, run: number): readonly WireLine[] | undefined {
  const url = wireUrl(receipt, run);
  return url === undefined ? undefined : parseWireFile(readFileSync(fileOf(url), "utf8"));
}

/** Where the site serves the wire file of run `run`. */
export function wireUrl({ sample, recorded }: Receipt, run: number): string | undefined {
  const file = recorded.runs[run]?.wire?.file;
  return file === undefined
    ? undefined
    : path.posix.join("/receipts", path.posix.dirname(sample), file);
}

/** The file that stands at a URL below `/receipts/`. The commands run in the repository's root. */
export function fileOf(url: string): string {
  return path.join(process.cwd(), RECEIPTS_FOLDER, url.slice("/receipts/".length));
}

async function load(): Promise<ReadonlyMap<string, Receipt>> {
  return (await readReceipts(process.cwd())).receipts;
}
