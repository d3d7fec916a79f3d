import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Receipt } from "../../src/receipts/receipt.ts";
import { builtSite, type ListedSample } from "./built-site.ts";

/**
 * What a program printed when it was recorded, for one that needs nobody else; nothing for a module, and for a program
 * that waits for another, for a broker, a database or a proxy, which `npm run verify` brings.
 */
export function recordedOutput({ id, run }: Pick<ListedSample, "id" | "run">): string | undefined {
  const file = path.join(builtSite, "receipts", `${id}.json`);
  if (!existsSync(file)) return undefined;
  const { compared, recorded } = JSON.parse(readFileSync(file, "utf8")) as Receipt;
  const [first] = compared.runs;
  const [program, ...others] = first?.programs ?? [];
  const needs = ["Kafka", "PostgreSQL"].filter((name) => name in recorded.versions);
  // Recorded under another program, as tests under their runner, it prints in another form.
  const isItself = run === undefined || program?.command.split(" ")[1] === run.split(" ")[1];
  const isAlone =
    others.length === 0 && needs.length === 0 && isItself && first?.behind === undefined;
  return program === undefined || !isAlone
    ? undefined
    : program.output.map((it) => `${it}\n`).join("");
}
