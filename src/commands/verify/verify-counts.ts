import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "astro/zod";
import type { Verification } from "../../lab/verify.ts";

/** The shape of {@link VerifyCounts}. */
export const countsSchema = z.strictObject({
  runs: z.number(),
  agreed: z.number(),
  faults: z.number(),
  counterfactuals: z.number(),
  notRun: z.number(),
  leftOut: z.number(),
  leftOutLong: z.number(),
  /** Samples of which a run differed. */
  differing: z.array(z.string()),
  versions: z.record(z.string(), z.string()),
});

/** The counts that `npm run verify -- --counts file` writes for `npm run prove`. */
export type VerifyCounts = z.infer<typeof countsSchema>;

export function writeCounts(file: string, verification: Verification): void {
  const runs = verification.subjects.flatMap((it) => it.runs);
  const counts: VerifyCounts = {
    runs: runs.length,
    agreed: runs.filter(({ problems }) => problems.length === 0).length,
    faults: verification.faults,
    counterfactuals: verification.counterfactuals,
    notRun: verification.notRun.length,
    leftOut: verification.leftOut.native.length,
    leftOutLong: verification.leftOut.long.length,
    differing: verification.subjects
      .filter((it) => it.runs.some(({ problems }) => problems.length > 0))
      .map(({ id }) => id),
    versions: verification.versions,
  };
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}

export function readCounts(file: string): VerifyCounts {
  return countsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
}
