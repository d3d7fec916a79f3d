import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "astro/zod";
import { listFiles } from "../../disk/list-files.ts";
import { readTextIfThere } from "../../disk/read-if-there.ts";
import { PROOF_FILE } from "../../proof/proof.ts";
import { countsSchema } from "../verify/verify-counts.ts";

const schema = z.strictObject({
  key: z.string(),
  records: z.string(),
  isNative: z.boolean(),
  isLong: z.boolean(),
  seconds: z.number(),
  counts: countsSchema,
  /** How many samples agreed only when they were made again, alone. */
  again: z.number(),
});

/** All runs of a proof, which agreed: kept, so that a proof whose tests then failed need not make them again. */
export type MadeRuns = z.infer<typeof schema>;

/** What the runs were made with. */
export type MadeWith = Pick<MadeRuns, "key" | "records" | "isNative" | "isLong">;

/** SHA-256, hexadecimal, over all records: their own hashes cover samples, scenarios and packages. */
export function hashRecords(root: string): string {
  const folder = path.join(root, path.dirname(PROOF_FILE));
  const hash = createHash("sha256");
  for (const file of listFiles(folder)) {
    if (file !== path.basename(PROOF_FILE))
      hash.update(`${file}\n`).update(readFileSync(path.join(folder, file)));
  }
  return hash.digest("hex");
}

/** The kept runs, where they were made with exactly this; nothing else counts. */
export function readMadeRuns(file: string, wanted: MadeWith): MadeRuns | undefined {
  const text = readTextIfThere(file);
  if (text === undefined) return undefined;
  try {
    const made = schema.parse(JSON.parse(text));
    const isSame =
      made.key === wanted.key &&
      made.records === wanted.records &&
      made.isNative === wanted.isNative &&
      made.isLong === wanted.isLong;
    return isSame ? made : undefined;
  } catch {
    return undefined;
  }
}

export function writeMadeRuns(file: string, made: MadeRuns): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(schema.parse(made)));
}
