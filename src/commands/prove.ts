/**
 * `npm run prove`: makes every run of every sample, and runs the tests that start clusters and copy programs from the
 * site. When everything agrees, it writes `content/receipts/proved.json`. `-- --native` adds the runs of Confluent's
 * client, whose binary has to be downloaded or compiled first.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { computeProofKey } from "../proof/proof-key.ts";
import { PROOF_FILE, writeProof } from "../proof/proof.ts";
import { clientVersions, describeCommit, describeMachine } from "../proof/proved-on.ts";
import { exitWithFailure } from "../report/failure.mjs";
import { count } from "../report/words.ts";
import { readOptions } from "./read-options.ts";
import { findChromium } from "./test/find-chromium.ts";
import { runStep } from "./test/run-step.ts";
import { runTests } from "./test/run-tests.ts";
import { addCounts, formatCounts } from "./test/test-counts.ts";
import { readCounts } from "./verify/verify-counts.ts";

const root = process.cwd();
const site = path.join(root, ".cache", "prove-site");
const verified = path.join(root, ".cache", "verified.json");

try {
  process.exit((await prove()) ? 0 : 1);
} catch (error) {
  exitWithFailure(error);
}

/** @returns whether everything was run, and agreed */
async function prove(): Promise<boolean> {
  const { values } = readOptions({
    command: "npm run prove",
    options: { native: { type: "boolean", default: false } },
  });
  const startedAt = performance.now();
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
  const isAgreed = await runStep("verify", "verify.ts", [
    "--all",
    ...(values.native ? ["--native"] : []),
    ...["--counts", verified],
  ]);
  const tests = await runTests("tests", ["prove"], place);
  const counts = addCounts(tests, await runTests("browser", ["prove-browser"], place));
  console.log(`\n${formatCounts(counts)}`);
  if (!isAgreed || counts.failed > 0) {
    console.error(`Not proved: ${PROOF_FILE} is as it was.`);
    return false;
  }
  const runs = readCounts(verified);
  if (runs.notRun > 0) {
    console.error(
      `Not proved: ${count(runs.notRun, "sample")} could not be run on this machine (see above).`,
    );
    return false;
  }
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  writeProof(root, {
    key,
    date: new Date().toISOString().slice(0, 10),
    ...where,
    machine: describeMachine(),
    versions: { ...runs.versions, ...clientVersions(root) },
    counts: {
      runs: runs.runs,
      agreed: runs.agreed,
      faults: runs.faults,
      counterfactuals: runs.counterfactuals,
      tests: counts.passed,
      leftOut: runs.leftOut,
    },
    seconds,
  });
  console.log(
    `Proved in ${seconds} s: ${runs.agreed} of ${count(runs.runs, "run")} agree. Commit ${PROOF_FILE}.`,
  );
  return true;
}
