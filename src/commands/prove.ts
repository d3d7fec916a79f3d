/**
 * `npm run prove`: makes every run of every sample, and runs the tests that start clusters and copy programs from the
 * site. When everything agrees, it writes `content/receipts/proved.json`. `-- --native` adds the runs of Confluent's
 * client, whose binary has to be downloaded or compiled first, `-- --long` those that take minutes. Runs that agreed are not made again when the tests behind
 * them failed; `-- --anew` makes them all the same.
 */
import { existsSync, mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { computeProofKey } from "../proof/proof-key.ts";
import { PROOF_FILE, writeProof } from "../proof/proof.ts";
import { clientVersions, describeCommit, describeMachine } from "../proof/proved-on.ts";
import { exitWithFailure } from "../report/failure.mjs";
import { count } from "../report/words.ts";
import {
  hashRecords,
  type MadeRuns,
  type MadeWith,
  readMadeRuns,
  writeMadeRuns,
} from "./prove/made-runs.ts";
import { readOptions } from "./read-options.ts";
import { findChromium } from "./test/find-chromium.ts";
import { runStep } from "./test/run-step.ts";
import { runTests } from "./test/run-tests.ts";
import { addCounts, formatCounts } from "./test/test-counts.ts";
import { readCounts, type VerifyCounts } from "./verify/verify-counts.ts";

const root = process.cwd();
const site = path.join(root, ".cache", "prove-site");
const verified = path.join(root, ".cache", "verified.json");
const madeRuns = path.join(root, ".cache", "made-runs.json");
/** Of more samples that differ, something is wrong. */
const MOST_AGAIN = 3;

try {
  process.exit((await prove()) ? 0 : 1);
} catch (error) {
  exitWithFailure(error);
}

/** @returns whether everything was run, and agreed */
async function prove(): Promise<boolean> {
  const { values } = readOptions({
    command: "npm run prove",
    options: {
      native: { type: "boolean", default: false },
      long: { type: "boolean", default: false },
      anew: { type: "boolean", default: false },
    },
  });
  // Computed before the runs: a file that changes while they go on is not part of the proof.
  const key = computeProofKey(root);
  const where = describeCommit(root);
  const found = findChromium(root);
  if (found.browser === undefined) {
    console.error(found.note);
    return false;
  }
  for (const old of [site, verified]) rmSync(old, { recursive: true, force: true });
  mkdirSync(path.dirname(verified), { recursive: true });
  if (!(await runStep("build", "build.ts", [site]))) return false;

  const place = { root, site, browser: found.browser };
  // One after the other: runs alone keep all cores busy, and what a busy machine does late may differ from its record.
  const wanted = { key, records: hashRecords(root), isNative: values.native, isLong: values.long };
  const made =
    (values.anew ? undefined : readMadeRuns(madeRuns, wanted)) ?? (await makeRuns(wanted));
  const startedAt = performance.now();
  const tests = await runTests("tests", ["prove"], place);
  const counts = addCounts(tests, await runTests("browser", ["prove-browser"], place));
  console.log(`\n${formatCounts(counts)}`);
  if (made === undefined || counts.failed > 0) {
    console.error(`Not proved: ${PROOF_FILE} is as it was.`);
    return false;
  }
  const runs = made.counts;
  if (runs.notRun > 0) {
    console.error(
      `Not proved: ${count(runs.notRun, "sample")} could not be run on this machine (see above).`,
    );
    return false;
  }
  const seconds = Math.round(made.seconds + (performance.now() - startedAt) / 1_000);
  writeProof(root, {
    key,
    date: new Date().toISOString().slice(0, 10),
    ...where,
    machine: describeMachine(),
    versions: { ...runs.versions, ...clientVersions(root, values.native) },
    counts: {
      runs: runs.runs,
      agreed: runs.agreed,
      faults: runs.faults,
      counterfactuals: runs.counterfactuals,
      tests: counts.passed,
      leftOut: runs.leftOut,
      leftOutLong: runs.leftOutLong,
      again: made.again,
    },
    seconds,
  });
  console.log(
    `Proved in ${seconds} s: ${runs.agreed} of ${count(runs.runs, "run")} agree. Commit ${PROOF_FILE}.`,
  );
  return true;
}

/** Makes all runs, and keeps their counts when they agreed. */
async function makeRuns(wanted: MadeWith): Promise<MadeRuns | undefined> {
  const startedAt = performance.now();
  const onDemand = [...(wanted.isNative ? ["--native"] : []), ...(wanted.isLong ? ["--long"] : [])];
  const options = ["--all", ...onDemand, "--counts", verified];
  const isAgreed = await runStep("verify", "verify.ts", options);
  const counts = isAgreed ? readCounts(verified) : await makeAgain(onDemand);
  if (counts === undefined) return undefined;
  const seconds = (performance.now() - startedAt) / 1_000;
  const made = { ...wanted, seconds, counts, again: isAgreed ? 0 : counts.differing.length };
  writeMadeRuns(madeRuns, made);
  return made;
}

/**
 * Makes the runs of few samples that differed again, one at a time: on a busy machine something may come late that has
 * a limit. The proof says how many they were.
 *
 * @returns the counts of all runs; nothing when one differs again
 */
async function makeAgain(onDemand: readonly string[]): Promise<VerifyCounts | undefined> {
  const counts = existsSync(verified) ? readCounts(verified) : undefined;
  const ids = counts?.differing ?? [];
  if (counts === undefined || ids.length === 0 || ids.length > MOST_AGAIN) return undefined;
  const options = [...ids.map((id) => `=${id}`), ...onDemand, "--workers", "1"];
  const isAgreed = await runStep("again", "verify.ts", options);
  return isAgreed ? { ...counts, agreed: counts.runs } : undefined;
}
