import path from "node:path";
import type { Receipt } from "./receipt.ts";

/** Returns the URL at which the site serves the receipt of a sample. */
export function receiptUrl(sample: string): string {
  return `/receipts/${sample}.json`;
}

/** Returns the URL at which the site serves the wire file of run number `run`; `undefined` when none was kept. */
export function wireUrl({ sample, recorded }: Receipt, run: number): string | undefined {
  const file = recorded.runs[run]?.wire?.file;
  return file === undefined
    ? undefined
    : path.posix.join("/receipts", path.posix.dirname(sample), file);
}
