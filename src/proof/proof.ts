import { mkdirSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { z } from "astro/zod";
import { readTextIfThere } from "../disk/read-if-there.ts";
import { Failure } from "../report/failure.mjs";
import { computeProofKey } from "./proof-key.ts";

/** The record of the last `npm run prove` that succeeded. It lies among the receipts, but is not a receipt. */
export const PROOF_FILE = "content/receipts/proved.json";

const count = z.number().int().nonnegative();
const proofSchema = z.strictObject({
  /** The hash of the code that made and judged the runs, from {@link computeProofKey}. */
  key: z.string().regex(/^[0-9a-f]{64}$/),
  /** Day of the proof, `2026-11-23`. */
  date: z.iso.date(),
  /** The commit that was proved. */
  commit: z.string().min(1),
  /** Present when files differed from that commit. */
  isChanged: z.exactOptional(z.literal(true)),
  machine: z.strictObject({ cores: count, memoryGb: count, os: z.string().min(1) }),
  versions: z.record(z.string().min(1), z.string().min(1)),
  counts: z.strictObject({
    runs: count,
    agreed: count,
    /** Runs with a fault, of samples as they are written. */
    faults: count,
    /** Runs of a sample without the line that gives its promise. */
    counterfactuals: count,
    /** Tests that passed: those of the lab, of its brokers, and of the programs that readers copy from the site. */
    tests: count,
    /** Samples of the native client that were not run. */
    leftOut: count,
    /** Samples whose runs take minutes, and which were not run; a proof before there were any says nothing of them. */
    leftOutLong: z.exactOptional(count),
    /** Samples of which a run differed on the busy machine, and agreed when it was made again, alone. */
    again: z.exactOptional(count),
  }),
  seconds: count,
});

export type Proof = z.infer<typeof proofSchema>;

/** Reads the committed proof; returns `undefined` when it is missing or not valid. */
export function readProof(root: string): Proof | undefined {
  const text = readTextIfThere(path.join(root, PROOF_FILE));
  if (text === undefined) return undefined;
  try {
    return proofSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Writes the proof to a temporary file and renames it, so that it is never half written. */
export function writeProof(root: string, proof: Proof): void {
  const target = path.join(root, PROOF_FILE);
  const beside = path.join(root, ".cache", `proved-${process.pid}.json`);
  for (const file of [target, beside]) mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(beside, `${JSON.stringify(proofSchema.parse(proof), null, 2)}\n`);
  renameSync(beside, target);
}

/** @throws Failure when the code that makes and judges runs has changed since the last proof */
export function requireProof(root: string): void {
  const proof = readProof(root);
  if (proof?.key === computeProofKey(root)) return;
  const what =
    proof === undefined
      ? `${PROOF_FILE} is missing or cannot be read.`
      : `The lab, a scenario's helper or a package that runs load has changed since ${proof.date} (${PROOF_FILE}).`;
  throw new Failure("proof-outdated", `${what}\n  Make all runs again. Type: npm run prove`);
}
