import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { builtSite, type ListedSample } from "./built-site.ts";

/**
 * What a program printed when it was recorded, for one that needs nobody else; nothing for a module, and for a program
 * that waits for another, for a broker or for a database, which `npm run verify` brings.
 */
export function recordedOutput({ id }: Pick<ListedSample, "id">): string | undefined {
  const file = path.join(builtSite, "receipts", `${id}.json`);
  if (!existsSync(file)) return undefined;
  const { compared, recorded } = JSON.parse(readFileSync(file, "utf8")) as Receipt;
  const [program, ...others] = compared.runs[0]?.programs ?? [];
  const needs = ["Kafka", "PostgreSQL"].filter((name) => name in recorded.versions);
  const isAlone = others.length === 0 && needs.length === 0;
  return program === undefined || !isAlone
    ? undefined
    : program.output.map((it) => `${it}\n`).join("");
}
